package org.lethe.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes albums of the administrator by SQL: to upload a million photos would take hours and is not what is measured.
 * The rows are as an upload leaves them: ids that rise with time, neighbours in one directory.
 */
final class Albums {

    static final int BYTES_EACH = 4096;

    private static final String PHOTOS = """
            insert into photo (id, album_id, owner_id, state, filename, content_type, bytes, sha256, created_at)
            select encode(overlay(uuid_send(gen_random_uuid())
                                  placing substring(int8send((extract(epoch from p.at) * 1000)::bigint) from 3)
                                  from 1 for 6), 'hex')::uuid,
                   ?, a.id, 'STORED', 'photo-' || p.n || '.jpg', 'image/jpeg', ?, repeat('0', 64), p.at
            from account a,
                 (select n, clock_timestamp() - (? - n) * interval '1 ms' as at from generate_series(1, ?) n) p
            where a.login = 'admin'
            """;

    /** Keys as the product makes them: a hundred in a row share the three digits that name their directory. */
    private static final String FILES = """
            insert into photo_file
            select (left(p.id::text, 33) || lpad(to_hex(p.directory % 4096), 3, '0'))::uuid, p.id, 'ORIGINAL'
            from (select id, ('x' || left(md5(album_id::text), 3))::bit(12)::int
                             + (row_number() over (order by created_at) / 100)::int as directory
                  from photo where album_id = ?) p
            """;

    private final Connection database;

    Albums(Connection database) {
        this.database = database;
    }

    /** An album without files: for requests that are undone before anything is removed. */
    UUID rows(int photos) throws SQLException {
        UUID album = UUID.randomUUID();
        update(
                "insert into album (id, owner_id, name) select ?, id, 'bench' from account where login = 'admin'",
                album);
        update(PHOTOS, album, BYTES_EACH, photos, photos);
        update(FILES, album);
        return album;
    }

    /** An album whose files stand on every storage, written out to disk. */
    UUID stored(int photos, List<FileTree> storages) throws SQLException, IOException, InterruptedException {
        UUID album = rows(photos);
        List<UUID> keys = keys(album);
        for (FileTree storage : storages) {
            storage.write(keys, BYTES_EACH);
        }
        analyze();
        storages.get(0).sync();
        return album;
    }

    /** What the database's housekeeping would do within a minute. */
    void analyze() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("analyze album, photo, photo_file, deletion, file_removal");
        }
    }

    private List<UUID> keys(UUID album) throws SQLException {
        List<UUID> keys = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(
                "select f.key from photo p join photo_file f on f.photo_id = p.id where p.album_id = ? order by p.id")) {
            statement.setObject(1, album);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return keys;
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            statement.executeUpdate();
        }
    }
}
