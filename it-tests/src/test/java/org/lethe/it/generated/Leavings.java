package org.lethe.it.generated;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lethe.it.Lethe;

/**
 * What could be left behind: the number of rows of every table, and the files of both storages. Of what is history by
 * design only what lives is counted: an upload that is refused leaves rows that say how its files were removed.
 */
record Leavings(Map<String, Long> rows, Set<Path> files) {
    private static final Map<String, String> LIVING = Map.of(
            "photo",
            "state <> 'PURGED'",
            "photo_file",
            "photo_id in (select id from photo where state <> 'PURGED')",
            "deletion",
            "kind <> 'UPLOAD' or completed_at is null",
            "file_removal",
            "state <> 'GONE'",
            "storage_probe", // storages are looked at all the time
            "false",
            "sign_in_attempt", // who guesses is remembered for a while
            "false");

    static Leavings of(Lethe lethe) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : lethe.database()
                .texts("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")) {
            rows.put(
                    table,
                    lethe.database()
                            .number("select count(*) from \"" + table + "\" where "
                                    + LIVING.getOrDefault(table, "true")));
        }
        Set<Path> files = new TreeSet<>();
        Stream.of(lethe.main(), lethe.backup()).forEach(storage -> files.addAll(storage.files()));
        return new Leavings(rows, files);
    }
}
