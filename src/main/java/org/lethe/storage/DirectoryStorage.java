package org.lethe.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Files in a directory, on a local or a mounted disk. Blocks for as long as the disk does: {@link TimeLimitedStorage}
 * bounds that.
 */
final class DirectoryStorage implements FileStorage {

    private static final Path PROBE = Path.of(".lethe-probe");

    private final StorageId id;
    private final Path root;
    private final AtomicReference<UUID> identity = new AtomicReference<>();
    private final PrefixDirectories prefixes;
    private final DirectWriting direct;

    DirectoryStorage(StorageId id, Path root) {
        this.id = id;
        this.root = root;
        this.prefixes = new PrefixDirectories(root);
        this.direct = new DirectWriting(root);
    }

    @Override
    public StorageId id() {
        return id;
    }

    Path directory() {
        return root;
    }

    @Override
    public UUID identity() {
        checkMarker();
        return identity.get();
    }

    @Override
    public FileSink create(FileKey key) {
        try (StorageRoot open = openRoot()) {
            checkMarker(open);
            SecureDirectoryStream<Path> directory = prefixes.open(open, key.prefix());
            return DirectorySink.create(this, key, directory);
        } catch (IOException e) {
            throw failed(key, e);
        }
    }

    @Override
    public InputStream open(FileKey key, long offset, long length) {
        try (StorageRoot open = openRoot()) {
            Optional<SecureDirectoryStream<Path>> directory = open.directory(key.prefix());
            if (directory.isEmpty()) {
                throw new NoSuchFileException(key.path());
            }
            try (SecureDirectoryStream<Path> files = directory.get()) {
                requireRegular(key, StorageRoot.attributes(files, name(key)));
                SeekableByteChannel channel = files.newByteChannel(name(key), Set.of(READ, NOFOLLOW_LINKS));
                return new PartOfFile(this, key, channel.position(offset), length);
            }
        } catch (NoSuchFileException e) {
            throw missing(key);
        } catch (IOException e) {
            throw failed(key, e);
        }
    }

    @Override
    public OptionalLong size(FileKey key) {
        try (StorageRoot open = openRoot()) {
            Optional<SecureDirectoryStream<Path>> directory = open.directory(key.prefix());
            if (directory.isEmpty()) {
                throw new NoSuchFileException(key.path());
            }
            try (SecureDirectoryStream<Path> files = directory.get()) {
                BasicFileAttributes attributes = StorageRoot.attributes(files, name(key));
                requireRegular(key, attributes);
                return OptionalLong.of(attributes.size());
            }
        } catch (NoSuchFileException e) {
            checkMarker();
            return OptionalLong.empty();
        } catch (IOException e) {
            throw failed(key, e);
        }
    }

    @Override
    public RemovalReport remove(Collection<FileKey> keys, Progress progress) {
        RemovalReport report;
        try (StorageRoot open = openRoot()) {
            checkMarker(open);
            report = new RemoveFromDirectories(this, open, progress).remove(keys);
        } catch (IOException e) {
            throw unavailable(e);
        }
        checkMarker();
        return report;
    }

    @Override
    public void probe() {
        try (StorageRoot open = openRoot()) {
            checkMarker(open);
            try (SeekableByteChannel channel =
                    open.stream().newByteChannel(PROBE, Set.of(CREATE, WRITE, NOFOLLOW_LINKS))) {
                channel.write(ByteBuffer.wrap(id.wireName().getBytes(UTF_8)));
                ((FileChannel) channel).force(true);
            }
            open.stream().deleteFile(PROBE);
        } catch (NoSuchFileException e) {
            checkMarker(); // another probe, of this or another node, was faster in removing it
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    DirectWriting direct() {
        return direct;
    }

    static Path name(FileKey key) {
        return Path.of(key.toString());
    }

    /** Of the file, or of the storage? A storage that can still be written leaves only the file to blame. */
    StorageException failed(FileKey key, IOException cause) {
        probe();
        return new FileFailedException(id, key, Failures.of(cause), cause);
    }

    private StorageException missing(FileKey key) {
        checkMarker();
        return new MissingFileException(id, key);
    }

    private void requireRegular(FileKey key, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            throw new FileFailedException(id, key, Failures.notAFile(attributes), null);
        }
    }

    private StorageRoot openRoot() {
        try {
            return StorageRoot.open(root);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private void checkMarker() {
        try (StorageRoot open = openRoot()) {
            checkMarker(open);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private void checkMarker(StorageRoot open) throws IOException {
        Marker marker = open.marker().orElseThrow(this::unmarked);
        if (marker.storage() != id) {
            throw unavailable(root + " is the storage " + marker.storage());
        }
        UUID known = identity.updateAndGet(before -> before == null ? marker.identity() : before);
        if (!known.equals(marker.identity())) {
            throw unavailable(root + " is now another storage, " + marker.identity() + ", not " + known
                    + ". Mount the right one, or restart if it was replaced on purpose");
        }
    }

    private StorageUnavailableException unmarked() {
        return unavailable(("%s has no readable %s. Is the disk mounted? To begin with an empty storage on purpose, put"
                        + " these two lines into that file: storage=%s and identity=%s")
                .formatted(root, Marker.FILE_NAME, id.wireName(), UUID.randomUUID()));
    }

    private StorageUnavailableException unavailable(String reason) {
        return new StorageUnavailableException(id, reason);
    }

    private StorageUnavailableException unavailable(IOException cause) {
        return new StorageUnavailableException(id, Failures.words(cause), cause);
    }
}
