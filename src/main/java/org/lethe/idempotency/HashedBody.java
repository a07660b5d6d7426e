package org.lethe.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** A body that is hashed while it passes. It is read to its end here, also when its reader was content with less. One thread. */
final class HashedBody extends FilterInputStream {

    private static final int BUFFER = 64 << 10;

    private final MessageDigest digest;

    HashedBody(InputStream body) {
        super(body);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of the whole body; what nobody has read is read now. To be asked once. */
    byte[] sha256() throws IOException {
        byte[] rest = new byte[BUFFER];
        while (read(rest, 0, rest.length) >= 0) {
            // hashed in passing
        }
        return digest.digest();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            digest.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
        }
        return count;
    }

    /** What is skipped counts. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, BUFFER))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The server ends it; the rest must still be readable. */
    @Override
    public void close() {
        // left open
    }
}
