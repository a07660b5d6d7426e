package org.lethe.thumbnail;

import java.io.IOException;
import java.io.InputStream;
import org.lethe.storage.StorageException;

/**
 * An original while it is being decoded. Remembers when its storage failed: a decoder may take that for a fault of the
 * picture, or for its end. One thread.
 */
final class Original extends InputStream {

    private final InputStream stream;
    private StorageException failure;

    Original(InputStream stream) {
        this.stream = stream;
    }

    /**
     * To be called when the decoder is done with it, however that ended.
     *
     * @throws StorageException when a storage failed meanwhile, so that nothing is known of the picture
     */
    void requireRead() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        return remembering(stream::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return remembering(() -> stream.read(bytes, offset, length));
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException | StorageException notClosed) {
            // it was read to where it was needed
        }
    }

    private int remembering(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (StorageException failed) {
            failure = failed;
            throw failed;
        }
    }

    private interface Reading {

        int read() throws IOException;
    }
}
