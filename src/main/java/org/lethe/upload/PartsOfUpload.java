package org.lethe.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageException;
import org.lethe.storage.Storages;

/** The pieces of an upload as one stream, each read from main, or from backup when main fails. One thread. */
final class PartsOfUpload extends InputStream {

    private final Storages storages;
    private final Deque<UploadPart> left;
    private InputStream open = InputStream.nullInputStream();

    PartsOfUpload(Storages storages, Collection<UploadPart> parts) {
        this.storages = storages;
        this.left = new ArrayDeque<>(parts);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = open.read(target, offset, length);
        while (count < 0 && !left.isEmpty()) {
            open.close();
            open = opened(left.remove());
            count = open.read(target, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        open.close();
    }

    private InputStream opened(UploadPart part) {
        StorageException failure = null;
        for (FileStorage storage : storages.all()) {
            try {
                return storage.open(part.key(), 0, part.bytes());
            } catch (StorageException failed) {
                failure = failed;
            }
        }
        throw failure;
    }
}
