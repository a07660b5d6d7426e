package org.lethe.it.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("What docs/clients.md tells to do")
class ClientsDocumentIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    /** A block of commands, unless it says that it is not run. */
    private static final Pattern BLOCK = Pattern.compile("(<!-- not run -->\\n)?```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void everyCommandShouldWork() throws Exception {
        assumeTrue(isThere("bash") && isThere("curl") && isThere("openssl"), "bash, curl and openssl are needed");
        for (String picture : List.of("beach.jpg", "sunset.jpg", "pier.jpg", "large.jpg")) {
            Files.write(
                    directory.resolve(picture),
                    Pictures.saying(UUID.randomUUID().toString()));
        }
        Files.writeString(directory.resolve("commands.sh"), "set -euxo pipefail\n" + commands());
        LetheClient owner = lethe.newOwner();
        Path output = directory.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "commands.sh")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("URL", lethe.url().toString().replaceAll("/$", ""));
        bash.environment().put("LOGIN", owner.login());
        bash.environment().put("PASSWORD", lethe.passwordOf(owner));

        Process running = bash.start();
        boolean isOver = running.waitFor(2, TimeUnit.MINUTES);
        running.destroyForcibly();

        assertThat(isOver && running.exitValue() == 0)
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isTrue();
    }

    private static String commands() throws IOException {
        StringBuilder commands = new StringBuilder();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/clients.md")));
        while (block.find()) {
            if (block.group(1) == null) {
                commands.append(block.group(2));
            }
        }
        return commands.toString();
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
