package org.lethe.storage;

/** Whether trying again is worth it. Decided in this package only. */
public enum FailureKind {
    /** May go away by itself or by a repair outside: try again later. */
    TRANSIENT,
    /** Stays until a person looks at that very file. */
    PERMANENT,
    /** The storage keeps that very file until a date, such as under a legal hold: until then trying again is in vain. */
    HELD
}
