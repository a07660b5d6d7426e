package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the product's removal is held against: eight {@code rm} at the same time, four for each tree, each with a
 * quarter of its own. They record nothing and wait for no disk.
 */
final class RemoveWithRm {

    private static final int PROCESSES_PER_TREE = 4;

    private RemoveWithRm() {}

    /** {@code rm -rf} of the directories, which removes them too. */
    static Duration directories(List<FileTree> trees) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (FileTree tree : trees) {
            for (List<String> quarter : quarters(tree.directories())) {
                List<String> command = new ArrayList<>(List.of("rm", "-rf", "--"));
                command.addAll(quarter);
                starts.add(new Start(tree.root(), command));
            }
        }
        return timed(starts);
    }

    /** {@code rm -f} of the files by their names; the directories stay, as with the product. */
    static Duration files(List<FileTree> trees, List<UUID> keys) throws IOException, InterruptedException {
        List<String> paths = keys.stream().map(FileTree::path).sorted().toList();
        List<Start> starts = new ArrayList<>();
        for (FileTree tree : trees) {
            for (List<String> quarter : quarters(paths)) {
                Path list = Files.createTempFile(tree.root().getParent(), "files", ".txt");
                Files.write(list, quarter);
                list.toFile().deleteOnExit();
                starts.add(new Start(tree.root(), List.of("xargs", "-a", list.toString(), "rm", "-f", "--")));
            }
        }
        return timed(starts);
    }

    private record Start(Path directory, List<String> command) {}

    private static Duration timed(List<Start> starts) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<Process> running = new ArrayList<>();
        for (Start start : starts) {
            running.add(Programs.start(start.directory, start.command));
        }
        for (Process process : running) {
            Programs.await(process);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static <T> List<List<T>> quarters(List<T> all) {
        List<List<T>> quarters = new ArrayList<>();
        for (int n = 0; n < PROCESSES_PER_TREE; n++) {
            quarters.add(all.subList(n * all.size() / PROCESSES_PER_TREE, (n + 1) * all.size() / PROCESSES_PER_TREE));
        }
        return quarters;
    }
}
