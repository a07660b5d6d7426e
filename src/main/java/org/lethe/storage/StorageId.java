package org.lethe.storage;

import java.util.Arrays;
import java.util.Locale;

/** One of the storages that each file stands on. */
public enum StorageId {
    MAIN,
    BACKUP;

    /** The name in messages, tables, JSON and settings: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The storage with this {@link #wireName}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static StorageId of(String wireName) {
        return Arrays.stream(values())
                .filter(id -> id.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no storage is called '" + wireName + "'"));
    }

    @Override
    public String toString() {
        return wireName();
    }
}
