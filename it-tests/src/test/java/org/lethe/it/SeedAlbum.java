package org.lethe.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * An album with very many photos, written past the product in seconds: rows by SQL, files by the file system, as an
 * upload would leave them: as there, a hundred in a row lie in one directory. The content of a file is its key's text.
 */
public final class SeedAlbum {
    private static final String NEW_PHOTOS = """
            with new as (
                select gen_random_uuid() as photo, now() + make_interval(secs => n / 1e6) as at,
                       overlay(gen_random_uuid()::text placing lpad(to_hex(n / 100 % 4096), 3, '0') from 34)::uuid as key
                from generate_series(1, ?) as n),
            photos as (
                insert into photo (id, album_id, owner_id, state, content_type, bytes, sha256, created_at)
                select photo, a.id, a.owner_id, 'STORED', 'image/jpeg', 36,
                       encode(sha256(convert_to(key::text, 'UTF8')), 'hex'), at
                from new cross join album a where a.id = ?),
            files as (
                insert into photo_file (key, photo_id, kind) select key, photo, 'ORIGINAL' from new)
            select key from new
            """;

    private SeedAlbum() {}

    /** Adds this many photos to an album that exists; answers the keys of their files. */
    public static List<UUID> add(Lethe lethe, UUID album, int photos) {
        List<UUID> keys = lethe.database().rows(NEW_PHOTOS, row -> row.getObject(1, UUID.class), photos, album);
        keys.parallelStream().forEach(key -> {
            write(lethe.main().path(key), key);
            write(lethe.backup().path(key), key);
        });
        return keys;
    }

    private static void write(Path path, UUID key) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, key.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
