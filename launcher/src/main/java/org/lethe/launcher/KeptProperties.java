package org.lethe.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;

/** A small file of settings that this user alone can read, written whole: after a crash it is the old or the new one. */
final class KeptProperties {
    private final Path file;
    private final Properties values;

    private KeptProperties(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static KeptProperties in(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (NoSuchFileException e) {
            return new KeptProperties(file, values);
        } catch (IOException e) {
            throw new StartFailedException("Cannot read " + file + ": " + e, e);
        }
        return new KeptProperties(file, values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    void keep(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(written);
            Files.newByteChannel(
                            written,
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    .close();
            Files.writeString(written, text.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailedException("Cannot write " + file + ": " + e, e);
        }
    }
}
