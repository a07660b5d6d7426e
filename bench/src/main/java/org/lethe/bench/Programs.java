package org.lethe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of the operating system. */
final class Programs {

    private Programs() {}

    static Process start(Path directory, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** @throws IllegalStateException when it ends with another exit code than 0 */
    static void await(Process process) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(process.info().command().orElse("A program") + " ended with " + code);
        }
    }

    static void run(Path directory, String... command) throws IOException, InterruptedException {
        await(start(directory, List.of(command)));
    }

    /** What it prints, or a dash where there is no such program. */
    static String output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "-";
        } catch (IOException absent) {
            return "-";
        }
    }
}
