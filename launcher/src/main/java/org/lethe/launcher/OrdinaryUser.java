package org.lethe.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * As whom PostgreSQL runs, which refuses to run as root: as this user, or for root as nobody. Where user namespaces
 * are allowed, nobody in a namespace of its own, to whom root's files are its own; elsewhere, as in many containers,
 * the system's nobody, who must be given what it writes and let through to it.
 */
enum OrdinaryUser {
    MYSELF,
    NOBODY_OF_A_NAMESPACE,
    NOBODY;

    private static final int NOBODYS_ID = 65_534;

    static OrdinaryUser find() {
        if (new UnixSystem().getUid() != 0) {
            return MYSELF;
        }
        return areNamespacesAllowed() ? NOBODY_OF_A_NAMESPACE : NOBODY;
    }

    /** What to put before a command; it keeps its process id. */
    List<String> prefix() {
        return switch (this) {
            case MYSELF -> List.of();
            case NOBODY_OF_A_NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        };
    }

    /** Makes the file or directory that user's own. */
    void give(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODYS_ID);
            Files.setAttribute(path, "unix:gid", NOBODYS_ID);
        }
    }

    /** Lets that user through the directory, which it still cannot list. */
    void letThrough(Path directory) throws IOException {
        if (this == NOBODY) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private static boolean areNamespacesAllowed() {
        try {
            Process trial = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
