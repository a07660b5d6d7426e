package org.lethe.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads a part of a file of a directory. One thread at a time. */
final class PartOfFile extends InputStream {

    private final DirectoryStorage storage;
    private final FileKey key;
    private final SeekableByteChannel channel;
    private long leftBytes;

    PartOfFile(DirectoryStorage storage, FileKey key, SeekableByteChannel channel, long length) {
        this.storage = storage;
        this.key = key;
        this.channel = channel;
        this.leftBytes = length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (leftBytes <= 0) {
            return -1;
        }
        try {
            int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, leftBytes)));
            leftBytes -= Math.max(count, 0);
            return count;
        } catch (IOException e) {
            throw storage.failed(key, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
