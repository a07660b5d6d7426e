package org.lethe.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * The root directory of a storage, held open for the time of one operation. All that is done goes relative to open
 * directories and follows no link, so that nothing outside can be reached (openat(2), O_NOFOLLOW), whatever is renamed
 * meanwhile.
 */
final class StorageRoot implements Closeable {

    private static final int MARKER_MAX_BYTES = 1024;
    private static final Path MARKER = Path.of(Marker.FILE_NAME);

    private final SecureDirectoryStream<Path> stream;

    private StorageRoot(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    @SuppressWarnings("StreamResourceLeak") // it stays open as long as what is returned
    static StorageRoot open(Path directory) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new StorageRoot(secure);
        }
        stream.close();
        throw new IOException("the file system of " + directory + " has no openat: a storage needs Linux or macOS");
    }

    /** The marker, or empty when there is none that can be understood. */
    Optional<Marker> marker() throws IOException {
        try (SeekableByteChannel channel = stream.newByteChannel(MARKER, Set.of(READ, NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate(MARKER_MAX_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return Marker.parse(UTF_8.decode(bytes.flip()).toString());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens the directory of a prefix; empty when there is none.
     *
     * @throws NotDirectoryException when something else, such as a link, stands in its place
     */
    Optional<SecureDirectoryStream<Path>> directory(String prefix) throws IOException {
        Path name = Path.of(prefix);
        try {
            if (!attributes(stream, name).isDirectory()) {
                throw new NotDirectoryException(prefix);
            }
            return Optional.of(stream.newDirectoryStream(name, NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What stands under the name itself: links are not followed (lstat). */
    static BasicFileAttributes attributes(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        return directory
                .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes();
    }

    /** Writes a directory's entries to disk: only then has a new or removed name survived a power cut (fsync(2)). */
    void syncDirectory(String prefix) throws IOException {
        try (SeekableByteChannel channel = stream.newByteChannel(Path.of(prefix), Set.of(READ, NOFOLLOW_LINKS))) {
            ((FileChannel) channel).force(true);
        }
    }

    /** As {@link #syncDirectory}, for the root itself. */
    void sync() throws IOException {
        syncDirectory(".");
    }

    SecureDirectoryStream<Path> stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
