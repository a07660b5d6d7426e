package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Writes down that somebody tries a channel, before they do, and that it arrived. */
@Dependent
public class TestedChannel {

    private final Channels channels;
    private final Audit audit;

    @Inject
    TestedChannel(Channels channels, Audit audit) {
        this.channels = channels;
        this.audit = audit;
    }

    /**
     * The channel that is tried.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    public Channel begun(UUID id) {
        Channel channel = channels.find(id)
                .orElseThrow(() -> Problem.notFound("channel", id).exception());
        audit.record(
                AuditAction.CHANNEL_TESTED,
                id.toString(),
                Map.of("name", channel.document().name()));
        return channel;
    }

    @Transactional
    public void arrived(UUID id) {
        channels.reached(id);
    }
}
