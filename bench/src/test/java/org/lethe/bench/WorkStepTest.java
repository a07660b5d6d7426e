package org.lethe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkStepTest {

    @Test
    void aListenerThatWaitsForItsStorageShouldBeSeenAsSuch() {
        assertThat(WorkStep.of(
                        "activemq-client-1",
                        stack(
                                "java.util.concurrent.locks.LockSupport.park",
                                "org.lethe.storage.LimitedCall.await",
                                "org.lethe.deletion.RemovalListener.receive")))
                .contains(WorkStep.AWAIT_STORAGE);
    }

    @Test
    void aStorageThreadShouldBeSeenAtItsSystemCall() {
        assertThat(WorkStep.of(
                        "lethe-storage-main-3",
                        stack(
                                "sun.nio.fs.UnixNativeDispatcher.unlinkat0",
                                "org.lethe.storage.DirectoryStorage.remove")))
                .contains(WorkStep.UNLINK);
    }

    @Test
    void aThreadWithoutWorkShouldNotBeSeen() {
        assertThat(WorkStep.of(
                        "lethe-storage-main-3",
                        stack(
                                "java.util.concurrent.locks.LockSupport.park",
                                "java.util.concurrent.ThreadPoolExecutor.getTask")))
                .isEmpty();
        assertThat(WorkStep.of("http-thread-pool-1", stack("sun.nio.ch.EPoll.wait")))
                .isEmpty();
    }

    private static StackTraceElement[] stack(String... frames) {
        return Arrays.stream(frames)
                .map(frame -> new StackTraceElement(
                        frame.substring(0, frame.lastIndexOf('.')),
                        frame.substring(frame.lastIndexOf('.') + 1),
                        null,
                        1))
                .toArray(StackTraceElement[]::new);
    }
}
