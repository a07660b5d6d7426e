package org.lethe.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A program for tests: a shell script that is told the data directory, as the real ones are. */
final class ShellProgram implements Program {
    private final Path directory;
    private final String script;
    private final BooleanSupplier ready;

    ShellProgram(Path directory, String script, BooleanSupplier ready) {
        this.directory = directory;
        this.script = script;
        this.ready = ready;
    }

    @Override
    public Part part() {
        return Part.BROKER;
    }

    @Override
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, directory.toString()));
        command.addAll(options);
        return command;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("GREETING", "hello");
    }

    @Override
    public Optional<String> whatIsMissing() {
        return ready.getAsBoolean() ? Optional.empty() : Optional.of("patience");
    }
}
