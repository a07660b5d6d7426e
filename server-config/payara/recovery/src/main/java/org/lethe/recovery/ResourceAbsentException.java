package org.lethe.recovery;

/** The database or the broker did not answer a recovery scan; asking again later is safe. */
class ResourceAbsentException extends Exception {
    private static final long serialVersionUID = 1L;

    ResourceAbsentException(String resource, Exception cause) {
        super(resource + " does not answer: " + cause.getMessage(), cause);
    }
}
