package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileSink;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageException;
import org.lethe.storage.Storages;

/**
 * Takes the next bytes of an upload, and keeps them in files of up to 16 MiB on every storage: what a connection or a
 * server that breaks off costs is at most the last of them. Bytes with a checksum are kept together or not at all.
 */
@Dependent
class ReceiveBytes {

    private static final long PART_BYTES = 16L << 20;
    private static final int BLOCK_BYTES = 128 << 10;

    private final ResumableSteps steps;
    private final Storages storages;

    @Inject
    ReceiveBytes(ResumableSteps steps, Storages storages) {
        this.steps = steps;
        this.storages = storages;
    }

    /**
     * Takes what comes, until the body or the upload ends.
     *
     * @return how far the upload is with it
     * @throws ProblemException 409 when it stands elsewhere, 410 when it is over, 413 when more comes than was announced, 460
     *     when other bytes came than were sent, 408 when the rest did not come in time: what came is kept
     */
    long receive(UUID upload, long offset, Optional<UploadChecksum> checksum, InputStream body) {
        long length = steps.requireAt(upload, offset).bytes();
        long partBytes = checksum.isPresent() ? Long.MAX_VALUE : PART_BYTES;
        Blocks blocks = new Blocks(body);
        long position = offset;
        while (blocks.next()) {
            if (position == length) {
                throw Problem.tooLarge(length).exception();
            }
            position = part(upload, position, Math.min(length - position, partBytes), checksum, blocks);
        }
        if (position < length) {
            blocks.requireInTime();
        }
        return position;
    }

    private long part(UUID upload, long from, long most, Optional<UploadChecksum> checksum, Blocks blocks) {
        FileKey key = steps.announce(upload, from);
        try (FileSink sink = storages.create(key)) {
            long length = steps.requireAt(upload, from).bytes();
            long end = from + copy(blocks, most, checksum, sink);
            if (end == length && blocks.next()) {
                throw Problem.tooLarge(length).exception();
            }
            checksum.ifPresent(sum -> {
                blocks.requireComplete();
                sum.require();
            });
            sink.commit();
            count(upload, from, key, end);
            return end;
        }
    }

    /** Makes the file count, or removes it: who was overtaken leaves nothing that stays until the upload ends. */
    private void count(UUID upload, long from, FileKey key, long end) {
        try {
            steps.received(upload, from, key, end);
        } catch (ProblemException overtaken) {
            remove(upload, key);
            throw overtaken;
        }
    }

    /** Where a storage does not answer, the file stays announced, and goes with the others when the upload ends. */
    private void remove(UUID upload, FileKey key) {
        boolean isGone = true;
        for (FileStorage storage : storages.all()) {
            isGone = isGone(storage, key) && isGone;
        }
        if (isGone) {
            steps.forget(upload, key);
        }
    }

    private static boolean isGone(FileStorage storage, FileKey key) {
        try {
            return storage.remove(Set.of(key)).gone().contains(key);
        } catch (StorageException away) {
            return false;
        }
    }

    private static long copy(Blocks blocks, long most, Optional<UploadChecksum> checksum, FileSink sink) {
        long copied = 0;
        while (copied < most && blocks.next()) {
            copied += blocks.give(most - copied, checksum, sink);
        }
        return copied;
    }

    /** The body, a block at a time. A body that breaks off, or is late, ends there: what came until then counts. */
    private static final class Blocks {

        private final InputStream body;
        private final byte[] block = new byte[BLOCK_BYTES];
        private int from;
        private int end;
        private IOException broken;
        private ProblemException late;

        Blocks(InputStream body) {
            this.body = body;
        }

        /** Whether there is more; reads it when what was read is taken. */
        boolean next() {
            if (from == end && broken == null && late == null) {
                from = 0;
                end = 0;
                fill();
            }
            return from < end;
        }

        int give(long most, Optional<UploadChecksum> checksum, FileSink sink) {
            int count = (int) Math.min(end - from, most);
            checksum.ifPresent(sum -> sum.update(block, from, count));
            sink.write(block, from, count);
            from += count;
            return count;
        }

        void requireComplete() {
            if (broken != null) {
                throw WriteUpload.cutOff(broken);
            }
            requireInTime();
        }

        void requireInTime() {
            if (late != null) {
                throw late;
            }
        }

        /** As much as there is until the block is full, also when the rest never comes. */
        private void fill() {
            try {
                int count = body.read(block, 0, BLOCK_BYTES);
                while (count > 0) {
                    end += count;
                    count = end == BLOCK_BYTES ? 0 : body.read(block, end, BLOCK_BYTES - end);
                }
            } catch (IOException connectionLost) {
                broken = connectionLost;
            } catch (ProblemException tooSlow) {
                late = tooSlow;
            }
        }
    }
}
