package org.lethe.deletion;

/** A message that is not one of ours: no attempt will ever make it readable. */
public class UnreadableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableMessageException(String why) {
        super(why);
    }

    UnreadableMessageException(String why, Throwable cause) {
        super(why, cause);
    }
}
