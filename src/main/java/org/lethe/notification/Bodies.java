package org.lethe.notification;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;

/** What is posted, as JSON. The same notice makes the same body each time. */
final class Bodies {

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int LONGEST_SECTION = 3000; // https://docs.slack.dev/reference/block-kit/blocks/section-block

    private Bodies() {}

    /**
     * As incoming webhooks of Slack want it (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks): text
     * for notifications and for others that only read that, and blocks.
     */
    static String slack(NoticeText text) {
        String link = text.link().isEmpty() ? "" : "\n<" + escaped(text.link()) + '|' + escaped(text.linkText()) + '>';
        String section = '*' + escaped(text.subject()) + "*\n" + escaped(text.body());
        String shown = section.substring(0, Math.min(section.length(), LONGEST_SECTION - link.length())) + link;
        JsonArrayBuilder blocks = JSON.createArrayBuilder()
                .add(JSON.createObjectBuilder()
                        .add("type", "section")
                        .add(
                                "text",
                                JSON.createObjectBuilder().add("type", "mrkdwn").add("text", shown)));
        return JSON.createObjectBuilder()
                .add("text", escaped("Lethe: " + text.subject()))
                .add("blocks", blocks)
                .build()
                .toString();
    }

    /** A CloudEvent (1.0, structured). */
    static String event(Notice notice, NoticeText text, String channelName) {
        Group group = notice.group();
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("what", notice.what().name())
                .add("channel", channelName)
                .add("count", notice.count())
                .add("since", time(notice.since()))
                .add("until", time(notice.until()))
                .add("subject", text.subject())
                .add("text", text.body());
        addIfThere(data, "kind", group.kind());
        addIfThere(data, "storage", group.storage());
        addIfThere(data, "cause", group.cause());
        addIfThere(data, "detail", notice.detail());
        addIfThere(data, "url", text.link());
        return JSON.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", notice.id().toString())
                .add("source", "/lethe")
                .add("type", notice.what().eventType())
                .add("time", time(notice.createdAt()))
                .add("datacontenttype", "application/json")
                .add("data", data)
                .build()
                .toString();
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static void addIfThere(JsonObjectBuilder json, String member, String value) {
        if (!value.isEmpty()) {
            json.add(member, value);
        }
    }

    /** https://docs.slack.dev/messaging/formatting-message-text: these three, and nothing else. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
