package org.lethe.notification;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.outbound.OutboundRules;
import org.lethe.outbound.PostAnswer;
import org.lethe.outbound.PostJson;
import org.lethe.outbound.Signature;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.NotificationSettings;
import org.lethe.settings.Secret;

/** Passes a notification on to whom a channel leads, now. Safe for use by many threads. */
@ApplicationScoped
class Deliver {

    /** A word or two, as in {@code no_service}; anything else might have a part of a secret URL in it. */
    private static final String HARMLESS = "[A-Za-z0-9 _.,:-]{1,100}";

    private OutboundRules rules;
    private ConsoleLinks links;
    private SealedSecrets secrets;
    private PostJson post;
    private SendMail mail;

    @Inject
    Deliver(LetheSettings settings, SealedSecrets secrets) {
        NotificationSettings own = settings.notification();
        this.rules = new OutboundRules(own.timeout(), own.sessions(), own.allowPrivate(), own.allowPlain());
        this.links = new ConsoleLinks(own.publicUrl());
        this.secrets = secrets;
        this.post = new PostJson("lethe-notification", rules);
        this.mail = new SendMail(rules);
    }

    /** For the container's proxy. */
    Deliver() {}

    /** What holds for all channels. */
    OutboundRules rules() {
        return rules;
    }

    /**
     * Passes it on.
     *
     * @throws NotDeliveredException when nobody answered within the time limit, or its secret cannot be read
     */
    Delivery to(Channel channel, Notice notice) {
        ChannelDocument document = channel.document();
        NoticeText text = Wording.of(notice, document.language(), links.to(notice));
        Optional<Secret> secret = secret(channel);
        return switch (document.kind()) {
            case SLACK ->
                posted(
                        secret.orElseThrow(),
                        post.ask(secret.orElseThrow().reveal(), "application/json", Map.of(), Bodies.slack(text)));
            case WEBHOOK -> signed(notice, text, document, secret.orElseThrow());
            case EMAIL -> {
                mail.send(notice, text, document, secret);
                yield Delivery.TAKEN;
            }
        };
    }

    private Delivery signed(Notice notice, NoticeText text, ChannelDocument document, Secret secret) {
        String body = Bodies.event(notice, text, document.name());
        Map<String, String> headers =
                Signature.headers(List.of(secret.reveal()), notice.id().toString(), Instant.now(), body);
        return posted(secret, post.ask(document.target().url(), "application/cloudevents+json", headers, body));
    }

    private static Delivery posted(Secret secret, PostAnswer answer) {
        boolean harmless = answer.said().matches(HARMLESS) && !secret.reveal().contains(answer.said());
        return new Delivery(answer.status(), harmless ? answer.said() : null);
    }

    private Optional<Secret> secret(Channel channel) {
        return channel.sealedSecret().map(kept -> secrets.open(channel.id(), kept)
                .orElseThrow(() -> new NotDeliveredException(
                        "its secret was kept by another key of this installation: it must be given again")));
    }

    @PreDestroy
    void close() {
        post.close();
        mail.close();
    }
}
