package org.lethe.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.lethe.media.MediaFormat;
import org.lethe.storage.FileSink;

/**
 * A file on its way to the storages, read once. Each block is counted, hashed and written as it comes, so that whoever
 * reads or skips here looks at what is being stored, and nothing of it is kept. One thread.
 */
final class IncomingFile extends InputStream {

    static final int BLOCK_BYTES = 128 << 10;

    private final InputStream body;
    private final MessageDigest digest = sha256();
    private final byte[] block = new byte[BLOCK_BYTES];
    private UploadLimits limits;
    private FileSink sink;
    private int position;
    private int end;
    private boolean isLast;
    private long bytes;

    /** Reads as much as is needed to tell what it is. */
    IncomingFile(InputStream body, UploadLimits limits) throws IOException {
        this.body = body;
        this.limits = limits;
        receive(0, MediaFormat.HEAD_BYTES);
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    /** Its first bytes; to be asked for before anything is read. */
    byte[] head() {
        return Arrays.copyOf(block, end);
    }

    /** Its owner holds this much beside it: it ends as soon as it does not fit any more. */
    void beside(Usage usage) {
        limits = limits.beside(usage);
        limits.require(bytes);
    }

    /** Where it goes, from its first byte on. */
    void into(FileSink target) throws IOException {
        sink = target;
        if (!isLast) {
            receive(end, BLOCK_BYTES);
        }
        send();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? block[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(block, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        if (count <= 0 || !hasMore()) {
            return 0;
        }
        int skipped = (int) Math.min(count, end - position);
        position += skipped;
        return skipped;
    }

    /** Sends on what nobody has read. */
    StoredBytes rest() throws IOException {
        position = end;
        while (hasMore()) {
            position = end;
        }
        return new StoredBytes(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private boolean hasMore() throws IOException {
        if (position == end && !isLast) {
            receive(0, BLOCK_BYTES);
            send();
        }
        return position < end;
    }

    /** Fills the block from one place up to another; where less comes, there is no more. */
    private void receive(int from, int to) throws IOException {
        int received = body.readNBytes(block, from, to - from);
        isLast = received < to - from;
        position = 0;
        end = from + received;
        bytes += received;
        limits.require(bytes);
    }

    private void send() {
        if (end > 0) {
            digest.update(block, 0, end);
            sink.write(block, 0, end);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
