package org.lethe.it.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The part of {@link Points} that lives inside of the server, where the rules of {@code points.btm} call it. A thread
 * that comes to a point for which there is a file in {@code armed} moves that file to {@code held} and stops there
 * until the file is gone. Moving is atomic, so each file stops one thread. Uses nothing but the JDK: it is loaded by the
 * system's class loader.
 */
public class CrashPoints {
    private static final Path DIRECTORY = Path.of(System.getProperty(Points.DIRECTORY_PROPERTY));
    private static final long LOOK_AGAIN_NANOS = 20_000_000;
    private static final ThreadLocal<Work> WORK = ThreadLocal.withInitial(() -> new Work("nothing", ""));

    /** From here on, this thread does this step; {@code of} tells by its text what it works on. */
    public void begin(String step, Object of) {
        Work work = new Work(step, String.valueOf(of));
        WORK.set(work);
        work.pass("begin");
    }

    /** The thread is about to do something for the first, second, … time within its step. */
    public void before(String deed) {
        Work work = WORK.get();
        work.pass(deed + '-' + work.count(deed) + ".before");
    }

    /** The thread has done it. */
    public void after(String deed) {
        Work work = WORK.get();
        work.pass(deed + '-' + work.counted(deed) + ".after");
    }

    private static final class Work {
        private final String step;
        private final String of;
        private final Map<String, Integer> counts = new HashMap<>();

        Work(String step, String of) {
            this.step = step;
            this.of = of;
        }

        int count(String deed) {
            return counts.merge(deed, 1, Integer::sum);
        }

        int counted(String deed) {
            return counts.getOrDefault(deed, 0);
        }

        void pass(String point) {
            try {
                String name = step + '.' + point;
                Path held = DIRECTORY.resolve("held").resolve(name + '@' + UUID.randomUUID());
                if (Files.exists(DIRECTORY.resolve("armed").resolve(name + ".all"))) {
                    Files.writeString(held, of);
                } else {
                    Files.move(DIRECTORY.resolve("armed").resolve(name), held);
                    Files.writeString(held, of);
                }
                while (Files.exists(held)) {
                    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                }
            } catch (NoSuchFileException notArmed) {
                // goes on
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
