package org.lethe.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Writes one new file of a directory. */
final class DirectorySink implements FileSink {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** So much at most is left to write out at the end: commit must end within the storage's time limit. */
    private static final long SYNC_EVERY_BYTES = 16L << 20;

    private final DirectoryStorage storage;
    private final FileKey key;
    private final SecureDirectoryStream<Path> directory;
    private final FileChannel channel;
    private Optional<FileChannel> direct = Optional.empty();
    private boolean isDirectOver;
    private long position;
    private long unsyncedBytes;
    private boolean ended;

    private DirectorySink(
            DirectoryStorage storage, FileKey key, SecureDirectoryStream<Path> directory, FileChannel channel) {
        this.storage = storage;
        this.key = key;
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes over the directory: closes it with the sink, or at once when the file cannot be made. */
    static DirectorySink create(DirectoryStorage storage, FileKey key, SecureDirectoryStream<Path> directory)
            throws IOException {
        try {
            SeekableByteChannel channel = directory.newByteChannel(
                    DirectoryStorage.name(key), Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS), OWNER_ONLY);
            return new DirectorySink(storage, key, directory, (FileChannel) channel);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                int written = channelFor(bytes).write(bytes, position);
                position += written;
                unsyncedBytes += written;
            }
            if (unsyncedBytes >= SYNC_EVERY_BYTES) {
                channel.force(false);
                unsyncedBytes = 0;
            }
        } catch (IOException e) {
            throw storage.failed(key, e);
        }
    }

    @Override
    public void commit() {
        try {
            channel.force(true); // also what was written by the other channel: it is the same file
            closeDirect();
            channel.close();
            syncDirectory();
            ended = true;
            directory.close();
        } catch (IOException e) {
            throw storage.failed(key, e);
        }
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        try (directory;
                channel) {
            closeDirect();
            directory.deleteFile(DirectoryStorage.name(key));
        } catch (NoSuchFileException e) {
            // gone already: what this method is for
        } catch (IOException e) {
            throw storage.failed(key, e);
        }
    }

    /** The first pieces of a large file go past the cache, as long as they fit; the rest follows through it. */
    private FileChannel channelFor(ByteBuffer bytes) {
        if (isDirectOver || !DirectWriting.fits(bytes, position)) {
            isDirectOver = true;
            return channel;
        }
        if (direct.isEmpty()) {
            direct = storage.direct().open(directory, DirectoryStorage.name(key));
        }
        isDirectOver = direct.isEmpty();
        return direct.orElse(channel);
    }

    private void closeDirect() throws IOException {
        if (direct.isPresent()) {
            direct.get().close();
        }
    }

    private void syncDirectory() throws IOException {
        try (SeekableByteChannel self = directory.newByteChannel(Path.of("."), Set.of(READ))) {
            ((FileChannel) self).force(true);
        }
    }
}
