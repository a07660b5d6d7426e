package org.lethe.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that people are told in. */
public enum Language {
    EN,
    KO;

    /** As in JSON: {@code en}, {@code ko}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> find(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
