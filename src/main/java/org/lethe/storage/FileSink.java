package org.lethe.storage;

import java.nio.ByteBuffer;

/**
 * A file that is being written. One thread at a time. Until {@link #commit} has returned, the file must be thought of as
 * perhaps there and perhaps incomplete: whoever gives up, or is told of a failure, orders its removal.
 */
public interface FileSink extends AutoCloseable {

    /**
     * Appends all that remains in the buffer, which is free again on return. It may be written later; that it was is known
     * only after {@link #commit}.
     *
     * @throws StorageException when it, or something before it, could not be written; go no further with this sink than
     *     {@link #close}
     */
    void write(ByteBuffer bytes);

    /** Appends a part of an array. */
    default void write(byte[] bytes, int offset, int length) {
        write(ByteBuffer.wrap(bytes, offset, length));
    }

    /**
     * Ends the file. On return the file and its name are on disk and survive a power cut.
     *
     * @throws StorageException when that is not certain
     */
    void commit();

    /** Removes what was written, unless it was committed. Does nothing the second time. */
    @Override
    void close();
}
