package org.lethe.it;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Mounts file systems, where this user may; elsewhere the test is left. */
final class Mounts {
    private Mounts() {}

    static void mount(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        if (!succeeds(command)) {
            unmount(arguments[arguments.length - 1]);
            Assumptions.abort("nothing can be mounted here");
        }
    }

    /** Lazily: the server may hold it open at this moment. */
    static void unmount(String directory) {
        succeeds("umount", "--lazy", directory);
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
