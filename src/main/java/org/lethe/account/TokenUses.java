package org.lethe.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.lethe.log.LogEvent;

/**
 * Keeps when each token was last used, to the minute: at most one write a minute for each token, on all nodes together,
 * outside of any transaction. What cannot be kept is logged, and the request goes on. Safe for use by many threads.
 */
@Dependent
class TokenUses {

    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    /** Waits for nobody: whoever has the row locked notes the same, or revokes it. */
    private static final String NOTE = "update account_token set last_used_at = now() where id = (select id"
            + " from account_token where id = ? and (last_used_at is null or last_used_at <= now() - interval '1 minute')"
            + " for update skip locked)";

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    void note(TokenLogin login) {
        Instant dueBefore = Instant.now().minus(EXACT_TO);
        if (login.lastUsedAt().filter(dueBefore::isBefore).isEmpty()) {
            write(login.token());
        }
    }

    private void write(UUID token) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, token);
            statement.executeUpdate();
        } catch (SQLException | RuntimeException failed) {
            LogEvent.TOKEN_USE_NOT_KEPT.log(token, failed.getMessage());
        }
    }
}
