package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.lethe.database.PlainDatabase;
import org.lethe.page.PageRequest;

/** The rows of all owners' deletions, read outside of any transaction. */
@Dependent
class AllDeletions {

    private static final String COLUMNS = """
            select d.id, d.owner_id, a.login, d.requested_at, d.due_at,
                   (select count(*) from failure f where f.deletion_id = d.id and f.state in ('OPEN', 'ASSIGNED'))
            from deletion d left join account a on a.id = d.owner_id
            """;

    private final PlainDatabase database;

    @Inject
    AllDeletions(PlainDatabase database) {
        this.database = database;
    }

    /** The newest first. */
    List<DeletionRow> page(DeletionQuery query, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(page.after().createdAt().atOffset(ZoneOffset.UTC));
        parameters.add(page.after().id());
        parameters.addAll(query.parameters());
        parameters.add(page.rowsToRead());
        return database.all(
                COLUMNS + " where (d.requested_at, d.id) < (?, ?)" + query.conditions()
                        + " order by d.requested_at desc, d.id desc limit ?",
                AllDeletions::row,
                parameters.toArray());
    }

    Optional<DeletionRow> find(UUID id) {
        return database.all(COLUMNS + " where d.id = ?", AllDeletions::row, id).stream()
                .findFirst();
    }

    /** How much of one is not gone, by storage and state. */
    List<DeletionDetail.NotGone> notGone(UUID id) {
        return database.all(
                "select storage, state, sum(files), min(pushed_at) from file_removal"
                        + " where deletion_id = ? and state <> 'GONE' group by storage, state",
                row -> new DeletionDetail.NotGone(
                        row.getString(1), row.getString(2), row.getLong(3), instant(row.getTimestamp(4))),
                id);
    }

    /** Attempts that failed for good or were tried again, by storage; what is no storage's is left out. */
    List<DeletionDetail.Counted> failedAttempts(UUID id) {
        return database.all(
                "select storage, count(*) from removal_attempt"
                        + " where deletion_id = ? and counted and storage is not null group by storage",
                row -> new DeletionDetail.Counted(row.getString(1), row.getLong(2)),
                id);
    }

    /** What failed, the most frequent first. */
    List<DeletionDetail.Failed> failures(UUID id, int most) {
        return database.all(
                "select cause, storage, state, count(*), (array_agg(id order by last_at desc))[1] from failure"
                        + " where deletion_id = ? group by cause, storage, state order by count(*) desc, cause limit ?",
                row -> new DeletionDetail.Failed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5, UUID.class)),
                id,
                most);
    }

    /** What people and the brake did with it. */
    List<DeletionDetail.Happened> acts(UUID id) {
        return database.all(
                "select at, action, actor from audit_entry where subject = ? and subject_type = 'deletion' order by at, id",
                row -> new DeletionDetail.Happened(
                        instant(row.getTimestamp(1)),
                        row.getString(2).replaceFirst("^DELETION_", "").toLowerCase(Locale.ROOT),
                        row.getString(3),
                        ""),
                id.toString());
    }

    /** Attempts that failed, those of a node, storage, cause and minute together; the newest first. */
    List<DeletionDetail.Happened> attempts(UUID id, int most) {
        return database.all(
                "select min(started_at), node, storage, cause, count(*) from removal_attempt"
                        + " where deletion_id = ? group by date_trunc('minute', started_at), node, storage, cause"
                        + " order by 1 desc limit ?",
                row -> {
                    DeletionDetail.Facts facts =
                            DeletionDetail.Facts.of(row.getLong(5), row.getString(3), row.getString(4));
                    String place = Objects.requireNonNullElse(facts.storage(), "planning");
                    String detail = facts.count() + " on " + place + ": " + facts.cause();
                    return new DeletionDetail.Happened(
                            instant(row.getTimestamp(1)), "attempts-failed", row.getString(2), detail, facts);
                },
                id,
                most);
    }

    /** What happened to its failures, the same by the same within a minute together; the newest first. */
    List<DeletionDetail.Happened> failureEvents(UUID id, int most) {
        return database.all(
                "select min(e.at), e.what, e.actor, count(*), min(e.detail), min(e.assignee), min(e.until)"
                        + " from failure f join failure_event e on e.failure_id = f.id where f.deletion_id = ?"
                        + " group by date_trunc('minute', e.at), e.what, e.actor order by 1 desc limit ?",
                row -> {
                    String what = "failure-" + row.getString(2).replace(' ', '-');
                    long count = row.getLong(4);
                    String detail = count == 1 ? row.getString(5) : count + " failures";
                    DeletionDetail.Facts facts = count == 1
                            ? DeletionDetail.Facts.ofOne(row.getString(6), instant(row.getTimestamp(7)))
                            : DeletionDetail.Facts.of(count, null, null);
                    return new DeletionDetail.Happened(
                            instant(row.getTimestamp(1)), what, row.getString(3), detail, facts);
                },
                id,
                most);
    }

    private static DeletionRow row(ResultSet row) throws SQLException {
        return new DeletionRow(
                row.getObject(1, UUID.class),
                new DeletionItem.Owner(row.getObject(2, UUID.class), row.getString(3)),
                instant(row.getTimestamp(4)),
                instant(row.getTimestamp(5)),
                row.getLong(6));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
