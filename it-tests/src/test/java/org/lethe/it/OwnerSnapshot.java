package org.lethe.it;

import static org.lethe.it.Invariant.I10;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Everything that one owner has, rows and files, at one moment. What others do afterwards must not change it.
 *
 * @param login the owner
 * @param lines a line for each row and for each file
 */
public record OwnerSnapshot(String login, Set<String> lines) {
    private static final String ROWS = """
            select 'album ' || to_json(a)::text from album a where a.owner_id = o.id
            union all select 'photo ' || to_json(p)::text from photo p where p.owner_id = o.id
            union all select 'deletion ' || d.id || ' ' || d.state from deletion d where d.owner_id = o.id
            """;

    private static final String NOT_DRAWN = "select count(*) from thumbnail_pending t join photo p on p.id = t.photo_id"
            + " join account o on o.id = p.owner_id where o.login = ?";

    /** What the owner has when all of it is drawn. */
    public static OwnerSnapshot of(Lethe lethe, LetheClient owner) {
        Awaitility.await("the thumbnails of " + owner.login())
                .until(() -> lethe.database().number(NOT_DRAWN, owner.login()), none -> none == 0);
        return new OwnerSnapshot(
                owner.login(), lines(owner.login(), lethe.database(), List.of(lethe.main(), lethe.backup())));
    }

    List<Violation> changes(InvariantChecker.Traces traces) {
        Set<String> now = lines(login, traces.database(), traces.storages());
        return Stream.concat(
                        lines.stream().filter(line -> !now.contains(line)).map(line -> login + " lost " + line),
                        now.stream().filter(line -> !lines.contains(line)).map(line -> login + " got " + line))
                .map(I10::violatedBy)
                .toList();
    }

    private static Set<String> lines(String login, Database database, List<StorageDirectory> storages) {
        Set<String> lines = new TreeSet<>(database.texts(
                "select line from account o cross join lateral (" + ROWS + ") as rows(line) where o.login = ?", login));
        List<UUID> keys = database.rows(
                "select f.key from photo_file f join photo p on p.id = f.photo_id"
                        + " join account o on o.id = p.owner_id where o.login = ?",
                row -> row.getObject(1, UUID.class),
                login);
        for (StorageDirectory storage : storages) {
            keys.stream().map(storage::path).filter(Files::exists).forEach(path -> lines.add(line(storage, path)));
        }
        return lines;
    }

    private static String line(StorageDirectory storage, Path path) {
        return "file " + path.getFileName() + " on " + storage.id() + " with " + Sha256.of(StorageDirectory.read(path));
    }
}
