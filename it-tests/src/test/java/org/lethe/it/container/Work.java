package org.lethe.it.container;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows and messages as the product writes them, over the product's own pools and in the caller's transaction. */
final class Work {
    private static final Path MAIN = Path.of(System.getProperty("lethe.storage.main.directory", ""));
    private static final Path MARKER = MAIN.resolve(".lethe-storage");
    private static final Path MARKER_ELSEWHERE = MAIN.resolve(".lethe-storage-elsewhere");

    private final DataSource database;
    private final ConnectionFactory broker;

    Work(DataSource database, ConnectionFactory broker) {
        this.database = database;
        this.broker = broker;
    }

    /** A deletion of photos that has none yet: planned, it is complete. */
    UUID requestDeletion() {
        UUID deletion = UUID.randomUUID();
        execute(
                "insert into deletion (id, owner_id, kind, state) values (?, ?, 'PHOTOS', 'REQUESTED')",
                deletion,
                UUID.randomUUID());
        return deletion;
    }

    /** A stored photo of a deletion; answers the key of its file. The file itself is the caller's affair. */
    UUID hiddenPhoto(UUID deletion) {
        UUID owner = UUID.randomUUID();
        UUID album = UUID.randomUUID();
        UUID photo = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        execute(
                "insert into account (id, login, password_hash, roles) values (?, ?, 'none', '{}')",
                owner,
                owner.toString());
        execute("insert into album (id, owner_id, name) values (?, ?, 'album')", album, owner);
        execute(
                "insert into photo (id, album_id, owner_id, state, content_type, deletion_id)"
                        + " values (?, ?, ?, 'DELETED', 'image/jpeg', ?)",
                photo,
                album,
                owner,
                deletion);
        execute("insert into photo_file (key, photo_id, kind) values (?, ?, 'ORIGINAL')", key, photo);
        return key;
    }

    void sendPlan(UUID deletion) {
        try (JMSContext session = broker.createContext()) {
            session.createProducer()
                    .send(
                            session.createQueue("lethe.removal.plan"),
                            "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"" + deletion + "\",\"page\":0}");
        }
    }

    /** The message of a removal from the main storage, which expires before anybody can take it. */
    void sendExpiring(UUID deletion, long removal) {
        try (JMSContext session = broker.createContext()) {
            session.createProducer()
                    .setTimeToLive(1)
                    .setDeliveryDelay(300)
                    .send(
                            session.createQueue("lethe.removal.main"),
                            "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"" + deletion
                                    + "\",\"storage\":\"main\",\"generation\":1,\"removalId\":" + removal + "}");
        }
    }

    /** A removal that waits; answers its id. */
    long waitingRemoval(UUID deletion, UUID key) {
        return Long.parseLong(texts(
                        "insert into file_removal (deletion_id, storage, file_keys, state)"
                                + " values (?, 'main', array[?], 'WAITING') returning id",
                        deletion,
                        key)
                .get(0));
    }

    /** Takes away what marks the main storage as such: it is unavailable from now on. */
    static void takeMainAway() {
        move(MARKER, MARKER_ELSEWHERE);
    }

    /** Brings back what {@link #takeMainAway} took; does nothing when it is there. */
    static void bringMainBack() {
        if (Files.exists(MARKER_ELSEWHERE)) {
            move(MARKER_ELSEWHERE, MARKER);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of every row, as text. */
    List<String> texts(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    void execute(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
