package org.lethe.serving;

/** This node has not finished starting; whoever asked must come again. */
public class NotServingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotServingException(String message) {
        super(message);
    }
}
