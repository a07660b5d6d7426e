package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.change.Difference;
import org.lethe.change.DifferenceJson;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Makes, changes and deletes channels, each with its reason and its entry in the audit, in one transaction. A secret is
 * sealed, and never told again; a change that does not bring one leaves it, unless it would be taken to somewhere else.
 */
@Dependent
public class ChangeChannel {

    private static final String SECRET = "target.secret";

    private final Channels channels;
    private final SealedSecrets secrets;
    private final Audit audit;
    private final CurrentAccount account;

    @Inject
    ChangeChannel(Channels channels, SealedSecrets secrets, Audit audit, CurrentAccount account) {
        this.channels = channels;
        this.secrets = secrets;
        this.audit = audit;
        this.account = account;
    }

    /**
     * A new channel.
     *
     * @throws ProblemException 422 without a key, or without the secret that its kind needs; 409 when there are too many
     */
    @Transactional
    public Channel add(UUID id, WantedChannel wanted) {
        secrets.requireKey();
        boolean needed = wanted.document().kind() != ChannelKind.EMAIL
                || wanted.document().target().user() != null;
        if (needed && wanted.secret().isEmpty()) {
            throw missing("is missing");
        }
        if (channels.count() >= Channels.MOST) {
            throw Problem.conflict("conflict", "There are " + Channels.MOST + " channels already. Delete one first.")
                    .exception();
        }
        Channel channel = new Channel(id, wanted.document(), account.login(), wanted.reason(), now());
        wanted.secret().ifPresent(secret -> channel.secretChanged(secrets.seal(id, secret)));
        channels.add(channel);
        Map<String, Object> details = details(channel, wanted.reason());
        details.put("document", ChannelJson.of(wanted.document()));
        audit.record(AuditAction.CHANNEL_ADDED, id.toString(), details);
        return channel;
    }

    /**
     * What would change nothing makes no version.
     *
     * @param isSeen whether the client has seen the present version
     * @throws ProblemException 404; 412 with the present document when it has not; 422 when the secret is needed anew, or the
     *     kind would be another
     */
    @Transactional
    public Channel put(UUID id, WantedChannel wanted, Predicate<ChannelView.Tag> isSeen) {
        Channel channel = locked(id, isSeen);
        ChannelDocument before = channel.document();
        ChannelDocument after = merged(before, wanted);
        List<Difference> differences = Difference.between(ChannelJson.of(before), ChannelJson.of(after));
        boolean secretGoes = channel.sealedSecret().isPresent() && hasNoUser(after);
        if (differences.isEmpty() && wanted.secret().isEmpty()) {
            return channel;
        }
        channel.changed(after, account.login(), wanted.reason(), now());
        if (secretGoes) {
            channel.secretChanged(null);
        }
        wanted.secret().ifPresent(secret -> channel.secretChanged(secrets.seal(id, secret)));
        Map<String, Object> details = details(channel, wanted.reason());
        details.put("changes", DifferenceJson.of(differences));
        details.put("secretChanged", wanted.secret().isPresent() || secretGoes);
        audit.record(AuditAction.CHANNEL_CHANGED, id.toString(), details);
        return channel;
    }

    /**
     * Deletes a channel.
     *
     * @throws ProblemException 404, 412
     */
    @Transactional
    public void delete(UUID id, String reason, Predicate<ChannelView.Tag> isSeen) {
        Channel channel = locked(id, isSeen);
        Map<String, Object> details = details(channel, reason);
        details.put("document", ChannelJson.of(channel.document()));
        channels.delete(channel);
        audit.record(AuditAction.CHANNEL_DELETED, id.toString(), details);
    }

    /** What is wanted, with what is kept of what there is. */
    private static ChannelDocument merged(ChannelDocument before, WantedChannel wanted) {
        ChannelDocument after = wanted.document();
        if (after.kind() != before.kind()) {
            WantedChannel.refuse(List.of(new FieldError("kind", "cannot be changed: make another channel")));
        }
        if (wanted.secret().isPresent()) {
            return after;
        }
        if (after.kind() == ChannelKind.SLACK) {
            return after.with(before.target());
        }
        if (after.kind() == ChannelKind.EMAIL
                && !hasNoUser(after)
                && !after.target().takesSecretTo(before.target())) {
            throw missing(
                    "must be given again, since host, port, tls or user are others: nobody gets it by leading it elsewhere");
        }
        return after;
    }

    private static boolean hasNoUser(ChannelDocument document) {
        return document.kind() == ChannelKind.EMAIL && document.target().user() == null;
    }

    private Channel locked(UUID id, Predicate<ChannelView.Tag> isSeen) {
        Channel channel = channels.lock(id)
                .orElseThrow(() -> Problem.notFound("channel", id).exception());
        if (!isSeen.test(ChannelView.tag(channel))) {
            throw Problem.preconditionFailed(
                            "It was changed since you read it, so nothing was done. The present document is in"
                                    + " this answer.")
                    .withExtra(Map.of(
                            "version",
                            channel.version(),
                            "author",
                            channel.changedBy(),
                            "reason",
                            channel.reason(),
                            "channel",
                            ChannelJson.of(channel.document())))
                    .exception();
        }
        return channel;
    }

    private static Map<String, Object> details(Channel channel, String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", channel.document().name());
        details.put("version", channel.version());
        details.put("reason", reason);
        return details;
    }

    private static ProblemException missing(String what) {
        return Problem.unprocessable("unprocessable", "This cannot be set, so nothing was changed.", Map.of())
                .withErrors(List.of(new FieldError(SECRET, what)))
                .exception();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
