package org.lethe.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that cannot be removed: it is moved aside, and a directory that is not empty stands in its place. That holds up
 * any user, an administrator too. Mended on closing, if it was not before.
 */
final class BrokenFile implements AutoCloseable {

    private final Path file;
    private final Path aside;

    private BrokenFile(Path file, Path aside) {
        this.file = file;
        this.aside = aside;
    }

    static BrokenFile at(Path file) throws IOException {
        Path aside = Files.createTempDirectory("lethe-demo-aside").resolve(file.getFileName());
        Files.copy(file, aside);
        Files.delete(file);
        Files.createDirectory(file);
        Files.writeString(file.resolve("in-the-way"), "put here by ./lethe demo\n");
        return new BrokenFile(file, aside);
    }

    Path file() {
        return file;
    }

    /** Puts the file back where it was. */
    void mend() throws IOException {
        if (Files.isDirectory(file)) {
            Files.delete(file.resolve("in-the-way"));
            Files.delete(file);
            Files.move(aside, file);
            Files.delete(aside.getParent());
        }
    }

    @Override
    public void close() throws IOException {
        mend();
    }
}
