package org.lethe.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A channel as administrators see it: everything but its secret. */
public record ChannelView(
        UUID id,
        String name,
        ChannelKind kind,
        boolean enabled,
        String language,
        long windowSeconds,
        List<Topic> tells,
        List<String> failureKinds,
        List<String> storages,
        TargetView target,
        int version,
        Instant changedAt,
        String changedBy,
        String reason,
        ChannelState state) {

    /** Where it leads; null what its kind does not have. */
    public record TargetView(
            String url,
            String host,
            Integer port,
            Tls tls,
            String user,
            String from,
            List<String> to,
            boolean hasSecret) {}

    /** What clients change of it, and so what they have seen. */
    record Tag(UUID id, int version) {}

    static ChannelView of(Channel channel, ChannelState state) {
        ChannelDocument document = channel.document();
        Target target = document.target();
        return new ChannelView(
                channel.id(),
                document.name(),
                document.kind(),
                document.enabled(),
                document.language().tag(),
                document.window().toSeconds(),
                document.tells(),
                document.failureKinds(),
                document.storages(),
                new TargetView(
                        target.url(),
                        target.host(),
                        target.port(),
                        target.tls(),
                        target.user(),
                        target.from(),
                        target.to(),
                        channel.sealedSecret().isPresent()),
                channel.version(),
                channel.changedAt(),
                channel.changedBy(),
                channel.reason(),
                state);
    }

    static Tag tag(Channel channel) {
        return new Tag(channel.id(), channel.version());
    }
}
