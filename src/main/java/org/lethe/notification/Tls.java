package org.lethe.notification;

/** How the connection to a mail server is made safe. */
public enum Tls {
    /** It begins in the clear, and nothing is said before it is safe. */
    STARTTLS,
    /** From the first byte on. */
    IMPLICIT,
    /** Not at all: everybody between can read and change it. */
    NONE
}
