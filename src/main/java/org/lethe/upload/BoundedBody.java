package org.lethe.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which only so much is read as was allowed since it was last asked. One thread. */
final class BoundedBody extends FilterInputStream {

    private long allowed;

    BoundedBody(InputStream body) {
        super(body);
    }

    /** So many bytes may be read from now on; what a reader took ahead counts to what was allowed before. */
    void allow(long bytes) {
        allowed = bytes;
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        spend(Math.max(count, 0));
        return count;
    }

    private void spend(long bytes) throws IOException {
        allowed -= bytes;
        if (allowed < 0) {
            throw new IOException("a part is longer than what is accepted of it");
        }
    }
}
