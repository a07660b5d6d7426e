package org.lethe.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is run as a process of its own: how to start it, and how to tell that it is ready. */
interface Program {
    Part part();

    /**
     * Prepares the files that the program needs, and says how to start it. The data directory's path stands in the
     * command: by it a process is known to be this installation's.
     *
     * @param options options of its own that one start has in addition
     */
    List<String> command(List<String> options) throws IOException;

    /** Its working directory. */
    Path directory();

    /** Variables in addition to those of the launcher. */
    Map<String, String> environment();

    /**
     * Asks it whether it is ready.
     *
     * @return empty when it is, otherwise what it is that it still lacks
     * @throws StartFailedException when waiting longer is of no use
     */
    Optional<String> whatIsMissing();
}
