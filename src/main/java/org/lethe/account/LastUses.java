package org.lethe.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.lethe.log.LogEvent;

/**
 * Keeps when each token and each session was last used, to the minute: at most one write a minute for each, on all nodes
 * together, outside of any transaction. What cannot be kept is logged, and the request goes on. Safe for use by many threads.
 */
@Dependent
class LastUses {

    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    /** Waits for nobody: whoever has the row locked notes the same, or revokes it. */
    private static final String NOTE = "update %1$s set last_used_at = now() where id = (select id"
            + " from %1$s where id = ? and (last_used_at is null or last_used_at <= now() - interval '1 minute')"
            + " for update skip locked)";

    private static final String NOTE_TOKEN = NOTE.formatted("account_token");
    private static final String NOTE_SESSION = NOTE.formatted("account_session");

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    void note(TokenLogin login) {
        if (isDue(login.lastUsedAt())) {
            write(NOTE_TOKEN, login.token());
        }
    }

    void note(SessionLogin login) {
        if (isDue(Optional.of(login.lastUsedAt()))) {
            write(NOTE_SESSION, login.session());
        }
    }

    private static boolean isDue(Optional<Instant> lastUsedAt) {
        return lastUsedAt.filter(Instant.now().minus(EXACT_TO)::isBefore).isEmpty();
    }

    private void write(String note, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(note)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException | RuntimeException failed) {
            LogEvent.TOKEN_USE_NOT_KEPT.log(id, failed.getMessage());
        }
    }
}
