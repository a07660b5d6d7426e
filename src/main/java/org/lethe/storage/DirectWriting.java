package org.lethe.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Optional;
import java.util.Set;

/**
 * Writing past the page cache of the operating system, where the file system of a directory can do that: the disk works
 * while the next bytes come, nothing is copied, and a flood of uploads leaves what others have in the cache. Safe for use
 * by many threads.
 */
final class DirectWriting {

    /** Of the memory, of places in a file, and of lengths; of every usual block size a multiple. */
    static final int ALIGNMENT = 4096;

    /** Less is better kept in the cache: it is a small file, which is likely to be read soon, or the end of one. */
    private static final int LEAST_BYTES = Pieces.BYTES;

    private final Path root;
    private volatile boolean isImpossible;

    DirectWriting(Path root) {
        this.root = root;
    }

    /** Whether these bytes can be written so, at this place of a file. */
    static boolean fits(ByteBuffer bytes, long position) {
        return bytes.isDirect()
                && bytes.remaining() >= LEAST_BYTES
                && bytes.remaining() % ALIGNMENT == 0
                && bytes.alignmentOffset(bytes.position(), ALIGNMENT) == 0
                && position % ALIGNMENT == 0;
    }

    /** A file that is there, opened for such writing; empty when it cannot be had here. */
    Optional<FileChannel> open(SecureDirectoryStream<Path> directory, Path name) {
        if (isImpossible) {
            return Optional.empty();
        }
        try {
            if (ALIGNMENT % Files.getFileStore(root).getBlockSize() == 0) {
                return Optional.of((FileChannel)
                        directory.newByteChannel(name, Set.of(WRITE, NOFOLLOW_LINKS, ExtendedOpenOption.DIRECT)));
            }
            isImpossible = true;
        } catch (UnsupportedOperationException refused) {
            isImpossible = true;
        } catch (IOException refused) {
            // a file system that cannot do it, or one that is away now: the usual way tells what is wrong
        }
        return Optional.empty();
    }
}
