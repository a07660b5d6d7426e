package org.lethe.it;

import static org.lethe.it.Invariant.I1;
import static org.lethe.it.Invariant.I2;
import static org.lethe.it.Invariant.I6;
import static org.lethe.it.Invariant.I7;
import static org.lethe.it.Invariant.I8;
import static org.lethe.it.Invariant.I9;

import java.util.List;
import java.util.stream.Stream;

/** What can be seen from the rows alone. Each query answers a sentence for each violation. */
final class RowInvariants {
    static final String STANDS_AS_PLAN_FAILURE = " exists (select 1 from failure f where f.deletion_id = d.id"
            + " and f.kind = 'PLAN' and f.state in ('OPEN', 'ASSIGNED'))";

    private static final String UNFINISHED = "select 'deletion ' || d.id || ' is ' || d.state from deletion d"
            + " where d.state in ('REQUESTED', 'PLANNING', 'REMOVING') and d.due_at <= now() and not"
            + STANDS_AS_PLAN_FAILURE;

    private static final String WAITING =
            "select 'removal ' || id || ' on ' || storage || ' waits'" + " from file_removal r where state = 'WAITING'";

    private static final String NOT_DRAWN =
            "select 'photo ' || photo_id || ' waits for its thumbnails' from thumbnail_pending";

    /** The most that its queue was set to from the first attempt of a removal to its last. */
    private static final String MOST_ATTEMPTS_MEANWHILE = "select max((v.policy::json ->> 'maxAttempts')::int)"
            + " from redelivery_version v left join redelivery_version after on after.queue = v.queue"
            + " and after.version = v.version + 1 where v.queue = 'lethe.removal.' || tried.storage"
            + " and v.at <= tried.last_at and (after.at is null or after.at >= tried.first_at)";

    private static final String PREPARED =
            "select 'PostgreSQL: ' || gid from pg_prepared_xacts where database = current_database()";

    private final Database database;
    private final Expectations expectations;

    RowInvariants(Database database, Expectations expectations) {
        this.database = database;
        this.expectations = expectations;
    }

    List<String> underWay() {
        return Stream.of(UNFINISHED, WAITING, NOT_DRAWN, PREPARED)
                .map(database::texts)
                .flatMap(List::stream)
                .toList();
    }

    List<Violation> check() {
        return Stream.of(
                        accepted(),
                        refused(),
                        effects(),
                        nothingWaits(),
                        failures(),
                        counts(),
                        attempts(),
                        prepared(),
                        sums(),
                        redrives())
                .flatMap(violations -> violations)
                .toList();
    }

    private Stream<Violation> accepted() {
        return Stream.concat(
                all(
                        I1,
                        "select 'accepted deletion ' || id || ' has no row' from unnest(?) as accepted(id)"
                                + " where not exists (select 1 from deletion d where d.id = accepted.id)",
                        expectations.accepted()),
                all(
                        I1,
                        "select 'accepted deletion ' || d.id || ' is still ' || d.state from deletion d"
                                + " where d.id = any(?) and d.due_at <= now() and d.state not in"
                                + " ('COMPLETED', 'COMPLETED_WITH_FAILURES', 'RESTORED', 'HELD', 'CANCELLED') and not"
                                + STANDS_AS_PLAN_FAILURE,
                        expectations.accepted()));
    }

    private Stream<Violation> refused() {
        return all(
                I1,
                "select 'album ' || live.id || ' is not live although its deletion was refused'"
                        + " from unnest(?) as live(id) where not exists"
                        + " (select 1 from album a where a.id = live.id and a.deletion_id is null)"
                        + " or exists (select 1 from deletion d where d.album_id = live.id and d.state <> 'RESTORED')",
                expectations.live());
    }

    private Stream<Violation> effects() {
        return Stream.of(
                        "select 'album ' || a.id || ' is hidden by a deletion that is not there' from album a"
                                + " where a.deletion_id is not null"
                                + " and not exists (select 1 from deletion d where d.id = a.deletion_id)",
                        "select 'photo ' || p.id || ' is ' || p.state || ' by a deletion that is not there' from photo p"
                                + " where p.deletion_id is not null"
                                + " and not exists (select 1 from deletion d where d.id = p.deletion_id)",
                        "select 'album ' || d.album_id || ' is live although its deletion was accepted' from deletion d"
                                + " where d.kind = 'ALBUM' and d.state not in ('RESTORED', 'HELD', 'CANCELLED')"
                                + " and not exists (select 1 from album a where a.deletion_id = d.id)",
                        "select 'photo ' || p.id || ' is STORED in an album that was removed' from photo p"
                                + " join album a on a.id = p.album_id join deletion d on d.id = a.deletion_id"
                                + " where p.state = 'STORED' and d.state not in ('REQUESTED', 'PLANNING')",
                        "select 'photo ' || p.id || ' is ' || p.state || ' although its deletion is ' || d.state"
                                + " from photo p join deletion d on d.id = p.deletion_id"
                                + " where d.state in ('RESTORED', 'HELD', 'CANCELLED')",
                        "select 'album ' || a.id || ' is hidden although its deletion is ' || d.state"
                                + " from album a join deletion d on d.id = a.deletion_id"
                                + " where d.state in ('RESTORED', 'HELD', 'CANCELLED')",
                        "select 'deletion ' || d.id || ' is COMPLETED with a removal that is ' || r.state"
                                + " from deletion d join file_removal r on r.deletion_id = d.id"
                                + " where d.state = 'COMPLETED' and r.state <> 'GONE'")
                .flatMap(sql -> all(I1, sql));
    }

    private Stream<Violation> nothingWaits() {
        return Stream.of(
                        all(I2, UNFINISHED),
                        all(I2, WAITING),
                        all(I2, NOT_DRAWN),
                        all(
                                I2,
                                "select 'photo ' || id || ' is UPLOADING since ' || created_at from photo"
                                        + " where state = 'UPLOADING' and created_at < now() - make_interval(secs => ?)",
                                (double) expectations.uploadLimit().toSeconds()),
                        all(
                                I2,
                                "select 'photo ' || id || ' is ' || state || ' and nobody removes it' from photo"
                                        + " where state in ('DELETED', 'ABANDONED') and deletion_id is null"),
                        all(
                                I2,
                                "select 'photo ' || p.id || ' is still ' || p.state || ' after its deletion' from photo p"
                                        + " join deletion d on d.id = p.deletion_id"
                                        + " where d.state = 'COMPLETED' and p.state <> 'PURGED'"))
                .flatMap(violations -> violations);
    }

    private Stream<Violation> failures() {
        return Stream.concat(
                all(
                        I7,
                        "select 'removal ' || r.id || ' is FAILED with ' || count(f.id) || ' open failures'"
                                + " from file_removal r left join failure f on f.removal_id = r.id"
                                + " and f.state in ('OPEN', 'ASSIGNED') where r.state = 'FAILED'"
                                + " group by r.id having count(f.id) <> 1"),
                all(
                        I7,
                        "select 'failure ' || f.id || ' is open although its removal is ' || r.state from failure f"
                                + " join file_removal r on r.id = f.removal_id"
                                + " where f.state in ('OPEN', 'ASSIGNED') and r.state <> 'FAILED'"));
    }

    private Stream<Violation> counts() {
        return Stream.of(
                        all(
                                I8,
                                "select 'file ' || f.key || ' has ' || count(*) || ' removals on ' || r.storage"
                                        + " from file_removal r cross join unnest(r.file_keys) as f(key)"
                                        + " group by f.key, r.storage having count(*) > 1"),
                        all(
                                I8,
                                "select 'deletion ' || d.id || ' requested ' || 2 * d.files || ' and has '"
                                        + " || coalesce(sum(r.files), 0)"
                                        + " from deletion d left join file_removal r on r.deletion_id = d.id"
                                        + " group by d.id, d.files having coalesce(sum(r.files), 0) <> 2 * d.files"),
                        all(
                                I8,
                                "select 'file ' || f.key || ' of a ' || p.state || ' photo has ' || count(r.key) || ' removals'"
                                        + " from photo p join deletion d on d.id = p.deletion_id"
                                        + " join photo_file f on f.photo_id = p.id"
                                        + " left join (select deletion_id, unnest(file_keys) as key from file_removal) r"
                                        + " on r.deletion_id = d.id and r.key = f.key"
                                        + " where d.state in ('REMOVING', 'COMPLETED', 'COMPLETED_WITH_FAILURES')"
                                        + " group by f.key, p.state having count(r.key) <> 2"))
                .flatMap(violations -> violations);
    }

    private Stream<Violation> sums() {
        return all(
                I1,
                "select 'album ' || a.id || ' counts ' || a.photos || ' photos of ' || a.bytes || ' bytes and has '"
                        + " || count(p.id) || ' of ' || coalesce(sum(p.bytes), 0) from album a"
                        + " left join photo p on p.album_id = a.id and p.state = 'STORED'"
                        + " group by a.id having a.photos <> count(p.id) or a.bytes <> coalesce(sum(p.bytes), 0)");
    }

    private Stream<Violation> redrives() {
        return all(
                I1,
                "select 'redrive ' || id || ' counts ' || kept::text || ' and has ' || found::text from (select r.id,"
                        + " array[r.waiting, r.sent, r.succeeded, r.failed_again, r.skipped, r.run_sent, r.run_succeeded,"
                        + " r.run_failed_again] as kept, array[" + items("WAITING") + items("SENT") + items("SUCCEEDED")
                        + items("FAILED_AGAIN") + items("SKIPPED") + " count(*) filter (where i.run = r.run),"
                        + " count(*) filter (where i.run = r.run and i.outcome = 'SUCCEEDED'),"
                        + " count(*) filter (where i.run = r.run and i.outcome = 'FAILED_AGAIN')] as found"
                        + " from redrive r left join redrive_item i on i.redrive_id = r.id group by r.id) counted"
                        + " where kept <> found");
    }

    private static String items(String outcome) {
        return " count(*) filter (where i.outcome = '" + outcome + "'),";
    }

    private Stream<Violation> attempts() {
        return all(
                I9,
                "select 'removal ' || removal_id || ' was tried ' || times || ' times in generation ' || generation"
                        + " from (select removal_id, generation, storage, count(*) as times, min(started_at) as first_at,"
                        + " max(started_at) as last_at from removal_attempt where counted and removal_id is not null"
                        + " group by removal_id, generation, storage) tried"
                        + " where times > coalesce((" + MOST_ATTEMPTS_MEANWHILE + "), ?) + ?",
                expectations.maxAttempts(),
                expectations.crashes());
    }

    private Stream<Violation> prepared() {
        return Staying.of(() -> database.texts(PREPARED)).stream().map(I6::violatedBy);
    }

    private Stream<Violation> all(Invariant invariant, String sql, Object... parameters) {
        return database.texts(sql, parameters).stream().map(invariant::violatedBy);
    }
}
