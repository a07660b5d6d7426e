package org.lethe.client;

import java.io.IOException;
import java.util.List;

/**
 * Runs a command. Exit codes: 0 when all of it was done, 1 when something was not, 2 for options that do not exist, when
 * nothing answers, or when the person did not confirm.
 */
public final class Client {

    /** Set by the script, which can tell; {@code System.console()} means something else from release to release. */
    public static final String TERMINAL = "lethe.terminal";

    private Client() {}

    /** Runs the command that the first word names. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(List.of(arguments)));
        } catch (IllegalArgumentException | NothingRuns e) {
            end(2, e.getMessage());
        } catch (IOException e) {
            end(1, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        Screen screen = new Screen(System.out, Boolean.getBoolean(TERMINAL));
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (command) {
            case "upload" -> new UploadDirectory(UploadOptions.of(rest(arguments)), screen).run();
            case "delete" -> new DeleteAlbum(DeleteOptions.of(rest(arguments)), screen, System.in).run();
            default -> throw new IllegalArgumentException("There is no command '" + command + "'.");
        };
    }

    private static List<String> rest(List<String> arguments) {
        return arguments.subList(1, arguments.size());
    }

    private static void end(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
