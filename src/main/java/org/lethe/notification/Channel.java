package org.lethe.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.Cursor;

/** A channel's row. */
@Entity
@Table(name = "notification_channel")
public class Channel {

    @Id
    private UUID id;

    private String document;
    private byte[] secret;
    private int version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant changedAt;
    private String changedBy;
    private String reason;

    /** For the persistence provider. */
    protected Channel() {}

    /** @param by the login of whoever made it */
    Channel(UUID id, ChannelDocument document, String by, String reason, Instant now) {
        this.id = id;
        this.createdAt = now;
        changed(document, by, reason, now);
    }

    UUID id() {
        return id;
    }

    ChannelDocument document() {
        return ChannelJson.read(document);
    }

    /** As {@link SealedSecrets} made it; empty when there is none. */
    Optional<byte[]> sealedSecret() {
        return Optional.ofNullable(secret);
    }

    int version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }

    String reason() {
        return reason;
    }

    /** The next version. */
    final void changed(ChannelDocument newDocument, String by, String newReason, Instant now) {
        document = ChannelJson.of(newDocument).toString();
        version++;
        changedAt = now;
        changedBy = by;
        reason = newReason;
    }

    /** @param sealed null: it has none any more */
    void secretChanged(byte[] sealed) {
        secret = sealed;
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
