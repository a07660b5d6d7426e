package org.lethe.thumbnail;

/** No picture can be drawn from these bytes, now or ever. */
class NotDrawableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotDrawableException(String why) {
        super(why);
    }

    NotDrawableException(String why, Throwable cause) {
        super(why, cause);
    }
}
