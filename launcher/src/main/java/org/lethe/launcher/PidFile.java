package org.lethe.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file into which a process writes its own id just before it becomes the program that it is to be.
 * So there is no moment at which a process runs that a later launcher would not find.
 */
record PidFile(Path path) {
    /** Process ids are used again: one that started at another time than the file was written is another process. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    /** The command that writes the file, in a session of its own, and then becomes the given one. */
    List<String> wrap(List<String> command) {
        return Stream.of(
                        OwnSession.command(),
                        List.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", path.toString()),
                        command)
                .flatMap(List::stream)
                .toList();
    }

    /** The process that wrote the file, if it still lives: same id, same start, and the mark in its command line. */
    Optional<ProcessHandle> living(String mark) {
        try {
            Instant written = Files.getLastModifiedTime(path).toInstant();
            long pid = Long.parseLong(Files.readString(path).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, written))
                    .filter(process -> commandLine(process).contains(mark));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailedException("Cannot read " + path + ": " + e, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StartFailedException("Cannot delete " + path + ": " + e, e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, written).abs().compareTo(TOLERANCE) < 0)
                .orElse(false);
    }

    private static String commandLine(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine().orElse("")
                + ' '
                + String.join(" ", info.arguments().orElse(new String[0]));
    }
}
