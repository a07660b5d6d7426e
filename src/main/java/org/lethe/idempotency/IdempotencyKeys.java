package org.lethe.idempotency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.lethe.settings.LetheSettings;

/**
 * The rows of keys. Each method is a transaction of its own, beside that of the request: a reservation must be seen by
 * others at once, and stay when the request is rolled back.
 */
@Dependent
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    /** What has expired and is not yet forgotten counts as absent. */
    private static final String RESERVE = """
            insert into idempotency_key as k (login, key, fingerprint, made_id, node, holder, held_until)
            values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
            on conflict (login, key) do update
            set fingerprint = excluded.fingerprint, made_id = excluded.made_id, node = excluded.node,
                holder = excluded.holder, held_until = excluded.held_until, created_at = now(), status = null,
                location = null, etag = null, content_type = null, body = null,
                request_sha256 = null
            where k.created_at < now() - make_interval(secs => ?) and k.held_until < now()""";

    private static final String TAKE_UP = """
            update idempotency_key set node = ?, holder = ?, held_until = now() + make_interval(secs => ?)
            where login = ? and key = ? and fingerprint = ? and status is null and held_until < now()
            returning made_id""";

    private static final String LOOK = "select fingerprint, status, location, etag, content_type, body, request_sha256"
            + " from idempotency_key where login = ? and key = ?";

    private static final String COMPLETE = """
            update idempotency_key set status = ?, location = ?, etag = ?, content_type = ?, body = ?,
                request_sha256 = ?
            where login = ? and key = ? and holder = ? and status is null""";

    private static final String RELEASE =
            "delete from idempotency_key where login = ? and key = ? and holder = ? and status is null";

    private static final String FREE =
            "update idempotency_key set held_until = now() where node = ? and status is null and held_until > now()";

    private static final String FORGET = """
            delete from idempotency_key where ctid = any(array(select ctid from idempotency_key
            where created_at < now() - make_interval(secs => ?) and held_until < now() order by created_at limit ?))""";

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    @Inject
    LetheSettings settings;

    /** Reserves a key that nobody has used, or takes up one whose request never came to an end. */
    Optional<Reservation> reserve(String login, IdempotencyKey key, String fingerprint) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UUID holder = UUID.randomUUID();
        String node = settings.node().name();
        double lease = seconds(settings.transaction().inDoubtLimit());
        if (update(RESERVE, login, key.text(), fingerprint, id, node, holder, lease, seconds(KEPT)) == 1) {
            return Optional.of(new Reservation(login, key, holder, id, false));
        }
        return one(TAKE_UP, row -> row.getObject(1, UUID.class), node, holder, lease, login, key.text(), fingerprint)
                .map(made -> new Reservation(login, key, holder, made, true));
    }

    /** What is known of a key that could not be reserved; empty when it was given up just now. */
    Optional<UsedKey> look(String login, IdempotencyKey key) {
        return one(LOOK, IdempotencyKeys::used, login, key.text());
    }

    /** Keeps the answer, unless somebody else has taken the key up meanwhile. */
    void complete(Reservation held, KeptAnswer answer) {
        update(
                COMPLETE,
                answer.status(),
                answer.location().orElse(null),
                answer.etag().orElse(null),
                answer.contentType().orElse(null),
                answer.body().orElse(null),
                answer.requestSha256().orElse(null),
                held.login(),
                held.key().text(),
                held.holder());
    }

    /** Gives a key back: nothing was done. */
    void release(Reservation held) {
        update(RELEASE, held.login(), held.key().text(), held.holder());
    }

    /** Frees what this node had reserved when it died. */
    void freeOwn() {
        update(FREE, settings.node().name());
    }

    /** Forgets at most so many of the oldest that have expired; answers how many. */
    int forget(int most) {
        return update(FORGET, seconds(KEPT), most);
    }

    private static UsedKey used(ResultSet row) throws SQLException {
        int status = row.getInt(2);
        boolean runs = row.wasNull();
        return new UsedKey(
                row.getString(1),
                runs
                        ? Optional.empty()
                        : Optional.of(new KeptAnswer(
                                status,
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getString(5)),
                                Optional.ofNullable(row.getBytes(6)),
                                Optional.ofNullable(row.getBytes(7)))));
    }

    /** A key that is taken: by which request, and what it was answered unless it still runs. */
    record UsedKey(String fingerprint, Optional<KeptAnswer> answer) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("keys cannot be kept: " + failed.getMessage(), failed);
        }
    }

    private <T> Optional<T> one(String sql, Row<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("keys cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int n = 0; n < parameters.length; n++) {
            statement.setObject(n + 1, parameters[n]);
        }
        return statement;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
