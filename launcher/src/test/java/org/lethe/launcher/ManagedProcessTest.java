package org.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    private static final String SLEEP = "echo \"$GREETING $1\"; sleep 60 & wait";

    @TempDir
    private Path parent;

    private DataDirectory data;
    private ManagedProcess process;

    @BeforeEach
    void claim() {
        data = DataDirectory.claim(parent);
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.kill();
        }
        data.close();
    }

    @Test
    void processShouldRunWithItsEnvironmentAndOptions() {
        process = runs(SLEEP);
        process.startOptions("world");

        process.start();

        assertThat(process.isRunning()).isTrue();
        await().untilAsserted(() -> assertThat(process.log()).hasContent("hello world"));
    }

    @Test
    void processShouldLeadASessionOfItsOwn() {
        process = runs("cut -d' ' -f6 /proc/$$/stat; sleep 60 & wait");

        process.start();

        await().untilAsserted(() -> assertThat(process.log()).hasContent(Long.toString(process.pid())));
    }

    @Test
    void killShouldEndTheProcessesThatItStartedToo() {
        process = runs(SLEEP);
        process.start();
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        await().until(() -> handle.children().findAny().isPresent());
        List<ProcessHandle> children = handle.children().toList();

        process.kill();

        assertThat(process.isRunning()).isFalse();
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void processShouldStartAgainAfterItWasKilled() {
        process = runs(SLEEP);
        process.start();
        long first = process.pid();
        process.kill();

        process.start();

        assertThat(process.isRunning()).isTrue();
        assertThat(process.pid()).isNotEqualTo(first);
    }

    @Test
    void startShouldFailWithTheLogsEndWhenTheProcessEnds() {
        process = new ManagedProcess(new ShellProgram(data.root(), "echo no such disk; exit 3", () -> false), data);

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(process::start)
                .withMessageContaining("The broker ended (exit code 3) before it was ready")
                .withMessageEndingWith("no such disk");
    }

    @Test
    void waitShouldFailWithWhatIsMissing() {
        process = new ManagedProcess(new ShellProgram(data.root(), SLEEP, () -> false), data);
        process.startAndForget();

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> process.awaitReady(Duration.ofMillis(300)))
                .withMessageContaining("is not ready after 0 s: patience");
    }

    @Test
    void processThatCannotBecomeReadyShouldBeStopped() {
        ShellProgram hopeless = new ShellProgram(data.root(), SLEEP, () -> {
            throw new StartFailedException("nothing was deployed");
        });
        process = new ManagedProcess(hopeless, data);

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(process::start)
                .withMessage("nothing was deployed");

        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void retiredProcessShouldNotStart() {
        process = runs(SLEEP);
        process.start();

        process.retire();

        assertThat(process.isRunning()).isFalse();
        assertThatExceptionOfType(StartFailedException.class).isThrownBy(process::startAndForget);
    }

    @Test
    void nextLauncherShouldEndWhatAKilledOneLeft() {
        process = runs(SLEEP);
        process.start();
        awaitPidFile();

        assertThat(Part.BROKER.endLeftOver(data)).isTrue();

        assertThat(process.isRunning()).isFalse();
        assertThat(Part.BROKER.endLeftOver(data)).isFalse();
    }

    @Test
    void processOfAnotherTimeShouldBeLeftAlone() throws IOException {
        process = runs(SLEEP);
        process.start();
        awaitPidFile();
        Instant longAgo = Instant.now().minus(Duration.ofDays(1));
        Files.setLastModifiedTime(data.pidFile("broker"), FileTime.from(longAgo));

        assertThat(Part.BROKER.endLeftOver(data)).isFalse();

        assertThat(process.isRunning()).isTrue();
    }

    @Test
    void processWithoutTheMarkShouldBeLeftAlone() {
        process = runs(SLEEP);
        process.start();
        awaitPidFile();

        assertThat(Part.BROKER.pidFile(data).living("/another/data/directory")).isEmpty();
    }

    @Test
    void supervisorShouldStartAgainWhatDied() {
        process = runs(SLEEP);
        process.start();
        long first = process.pid();
        List<String> said = new CopyOnWriteArrayList<>();

        try (Supervisor supervisor = new Supervisor(process, process::isRunning, said::add)) {
            process.kill();

            await().until(() -> said.contains("The broker is back"));
            assertThat(supervisor).isNotNull();
        }

        assertThat(said).first().isEqualTo("The broker ended (exit code 137); it is started again");
        assertThat(process.pid()).isNotEqualTo(first);
    }

    @Test
    void stubbornProcessShouldBeKilled() {
        process = runs("trap '' TERM; echo deaf; while :; do sleep 1; done");
        process.start();
        await().untilAsserted(() -> assertThat(process.log()).hasContent("deaf"));
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();

        Ending.politely(handle, "TERM", Duration.ofMillis(200));

        assertThat(handle.isAlive()).isFalse();
    }

    private ManagedProcess runs(String script) {
        return new ManagedProcess(new ShellProgram(data.root(), script, () -> true), data);
    }

    private void awaitPidFile() {
        await().until(() ->
                Part.BROKER.pidFile(data).living(data.root().toString()).isPresent());
    }
}
