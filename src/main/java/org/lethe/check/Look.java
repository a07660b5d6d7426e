package org.lethe.check;

import java.util.function.Function;

/** How something is looked at. */
record Look(Check.Subject subject, Function<Check.Subject, Check> how) {

    static Look at(String id, String about, String title, Function<Check.Subject, Check> how) {
        return new Look(new Check.Subject(id, about, title), how);
    }

    /** Never throws: what could not be asked is unknown. */
    Check look() {
        try {
            return how.apply(subject);
        } catch (RuntimeException away) { // whoever was asked says why
            return subject.unknown(String.valueOf(away.getMessage()));
        }
    }
}
