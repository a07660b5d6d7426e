package org.lethe.it;

import static org.lethe.it.Invariant.I3;
import static org.lethe.it.Invariant.I4;
import static org.lethe.it.Invariant.I5;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What can be seen from the rows and the files of both storages. */
final class FileInvariants {
    private final Database database;
    private final List<StorageDirectory> storages;
    private final List<Violation> violations = new ArrayList<>();

    FileInvariants(InvariantChecker.Traces traces) {
        this.database = traces.database();
        this.storages = traces.storages();
    }

    List<Violation> check() {
        Map<UUID, Recorded> rows = new HashMap<>();
        database.rows(
                        "select f.key, p.id, p.state, p.sha256, f.kind, f.bytes from photo_file f"
                                + " join photo p on p.id = f.photo_id",
                        Recorded::read)
                .forEach(file -> rows.put(file.key(), file));
        for (StorageDirectory storage : storages) {
            Set<Path> found = new HashSet<>(storage.files());
            goneIsAbsent(storage, found);
            for (Recorded file : rows.values()) {
                check(file, storage, found.remove(storage.path(file.key())));
            }
            found.stream()
                    .filter(path -> !rows.containsKey(keyOf(path.getParent())))
                    .forEach(path -> violations.add(I5.violatedBy(path + " has no row")));
        }
        return violations;
    }

    private void goneIsAbsent(StorageDirectory storage, Set<Path> found) {
        database
                .rows(
                        "select unnest(file_keys) from file_removal where state = 'GONE' and storage = ?",
                        row -> row.getObject(1, UUID.class),
                        storage.id())
                .stream()
                .map(storage::path)
                .filter(found::contains)
                .forEach(path -> violations.add(I3.violatedBy(path + " is there although it is GONE")));
    }

    private void check(Recorded file, StorageDirectory storage, boolean isThere) {
        if (file.state().equals("PURGED") && isThere) {
            violations.add(I3.violatedBy("photo " + file.photo() + " is PURGED and stands on " + storage.id()));
        }
        if (file.state().equals("STORED") && file.isMade() != isThere) {
            violations.add(I4.violatedBy("photo " + file.photo() + " is STORED and its " + file.kind() + " is "
                    + (isThere ? "" : "not ") + "on " + storage.id()));
        }
        if (file.state().equals("STORED") && isThere && file.isOriginal()) {
            String hash = Sha256.of(StorageDirectory.read(storage.path(file.key())));
            if (!hash.equals(file.sha256())) {
                violations.add(I4.violatedBy(
                        "photo " + file.photo() + " has " + hash + " on " + storage.id() + ", not " + file.sha256()));
            }
        }
    }

    /** A directory that a test put in a file's place bears the file's key, and what is in it belongs to it. */
    private static UUID keyOf(Path directory) {
        try {
            return UUID.fromString(directory.getFileName().toString());
        } catch (IllegalArgumentException aPrefix) {
            return new UUID(0, 0);
        }
    }

    private record Recorded(UUID key, UUID photo, String state, String sha256, String kind, Integer bytes) {
        static Recorded read(ResultSet row) throws SQLException {
            return new Recorded(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, Integer.class));
        }

        boolean isOriginal() {
            return kind.equals("ORIGINAL");
        }

        boolean isMade() {
            return isOriginal() || bytes != null;
        }
    }
}
