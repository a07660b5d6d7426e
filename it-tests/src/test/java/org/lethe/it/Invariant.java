package org.lethe.it;

/** What must hold whenever nothing is under way, whatever happened before. */
public enum Invariant {
    I1("an accepted deletion is complete or stands as a failure, and rows and effects agree"),
    I2("nothing waits for ever"),
    I3("what is gone is absent, and what is purged is absent everywhere"),
    I4("a stored photo stands on both storages with its hash"),
    I5("no file is without a row"),
    I6("no transaction stays prepared"),
    I7("every failed removal has exactly one open failure, and no dead or expired message lies about"),
    I8("what was requested is waiting, gone, failed or waived, and the broker agrees"),
    I9("no file is tried more often than the broker's attempts and the crashes allow"),
    I10("nobody's work changes what another owns");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    Violation violatedBy(String what) {
        return new Violation(this, what);
    }

    @Override
    public String toString() {
        return name() + ", " + sentence;
    }
}
