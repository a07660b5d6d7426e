package org.lethe.it.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.lethe.it.Lethe;

/** What the server has said since a moment. */
final class ServerLog {
    private final Path file;
    private final long from;

    private ServerLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    static ServerLog fromNow(Lethe lethe) {
        try {
            Path file = lethe.installation().server().log();
            return new ServerLog(file, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines in which a text stands. */
    List<String> lines(String text) {
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(from);
            byte[] said = Channels.newInputStream(channel).readAllBytes();
            return new String(said, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await(String text, Duration limit) {
        Awaitility.await("the server to say: " + text)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !lines(text).isEmpty());
    }
}
