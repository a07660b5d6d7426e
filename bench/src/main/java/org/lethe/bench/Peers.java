package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Trees like those of the two storages, for {@code rm} to remove. */
final class Peers {

    private static final int BYTES_EACH = Albums.BYTES_EACH;

    private final List<FileTree> trees;
    private final int photos;

    Peers(Path work, int photos) {
        this.trees = Stream.of("main", "backup")
                .map(name -> new FileTree(work.resolve("peer-" + name)))
                .toList();
        this.photos = photos;
    }

    /** With {@code rm -rf} of the directories, in files a second. */
    double directoriesPerSecond() throws IOException, InterruptedException {
        make();
        return rate(Wording.seconds(RemoveWithRm.directories(trees)));
    }

    /** With {@code rm -f} of the files, in files a second. */
    double filesPerSecond() throws IOException, InterruptedException {
        List<UUID> keys = make();
        return rate(Wording.seconds(RemoveWithRm.files(trees, keys)));
    }

    private List<UUID> make() throws IOException, InterruptedException {
        List<UUID> keys = Keys.inARow(photos);
        for (FileTree tree : trees) {
            Files.createDirectories(tree.root());
            tree.write(keys, BYTES_EACH);
        }
        trees.get(0).sync();
        return keys;
    }

    private double rate(double seconds) {
        return trees.size() * photos / seconds;
    }
}
