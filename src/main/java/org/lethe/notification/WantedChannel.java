package org.lethe.notification;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.change.BodyMembers;
import org.lethe.change.Reason;
import org.lethe.failure.FailureKind;
import org.lethe.outbound.OutboundRules;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.Secret;
import org.lethe.storage.StorageId;

/**
 * The body of a request for a channel: the whole document, and why.
 *
 * @param secret empty when none was sent
 */
record WantedChannel(ChannelDocument document, Optional<Secret> secret, String reason) {

    private static final int WINDOW_SECONDS = 300;
    private static final List<String> KINDS =
            Stream.of(FailureKind.values()).map(Enum::name).toList();
    private static final List<String> STORAGES =
            Stream.of(StorageId.values()).map(StorageId::wireName).toList();
    private static final List<String> TOPICS =
            Stream.of(Topic.values()).map(Enum::name).toList();

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is not such a body, 422 when it cannot be set; each with all that is wrong
     */
    static WantedChannel of(JsonValue body, OutboundRules rules) {
        if (!(body instanceof JsonObject object)) {
            throw Problem.malformed("The operation takes a JSON object.").exception();
        }
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object, "");
        ChannelKind kind = named(ChannelKind.class, top, "kind", top.text("kind"));
        BodyMembers.Of target = members.of(top.object("target"), "target.");
        ChannelDocument document = new ChannelDocument(
                top.text("name").strip(),
                kind,
                top.bool("enabled"),
                language(top),
                Duration.ofSeconds(top.integerIfThere("windowSeconds").orElse(WINDOW_SECONDS)),
                texts(top, "tells", TOPICS, TOPICS).stream().map(Topic::valueOf).toList(),
                texts(top, "failureKinds", KINDS, List.of()),
                texts(top, "storages", STORAGES, List.of()),
                target(kind, target));
        Optional<Secret> secret = target.textIfThere("secret").map(Secret::new);
        String reason = top.text("reason");
        top.nothingElse();
        target.nothingElse();
        members.check();
        WantedChannel wanted = new WantedChannel(withHost(document, secret), secret, reason.strip());
        refuse(Stream.concat(ChannelRules.faults(document, secret, rules).stream(), Reason.faultsOf(reason).stream())
                .toList());
        return wanted;
    }

    /** @throws ProblemException 422 when there is any fault */
    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("unprocessable", "This cannot be set, so nothing was changed.", Map.of())
                    .withErrors(faults)
                    .exception();
        }
    }

    /** Of a Slack webhook everything but the host is secret. */
    private static ChannelDocument withHost(ChannelDocument document, Optional<Secret> secret) {
        return document.kind() == ChannelKind.SLACK && secret.isPresent()
                ? document.with(Target.slack(ChannelRules.host(secret.get())))
                : document;
    }

    private static Target target(ChannelKind kind, BodyMembers.Of target) {
        if (kind == ChannelKind.WEBHOOK) {
            return Target.webhook(target.text("url"));
        }
        if (kind != ChannelKind.EMAIL) {
            return Target.slack(null);
        }
        return new Target(
                null,
                target.text("host"),
                target.integer("port"),
                named(Tls.class, target, "tls", target.text("tls")),
                target.textIfThere("user").orElse(null),
                target.text("from"),
                texts(target, "to"));
    }

    private static Language language(BodyMembers.Of top) {
        String tag = top.textIfThere("language").orElse(Language.EN.tag());
        return Language.find(tag).orElseGet(() -> {
            top.wrong("language", "must be en or ko");
            return Language.EN;
        });
    }

    /** Null when there is none of that name, which is noted. */
    private static <E extends Enum<E>> E named(Class<E> type, BodyMembers.Of of, String member, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    of.wrong(
                            member,
                            "must be one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", ")));
                    return null;
                });
    }

    private static List<String> texts(BodyMembers.Of of, String member, List<String> allowed, List<String> otherwise) {
        List<JsonValue> values = of.valuesIfThere(member);
        List<String> texts = texts(of, member, values);
        if (!allowed.containsAll(texts)
                || texts.size() != texts.stream().distinct().count()) {
            of.wrong(member, "must be a list of some of " + String.join(", ", allowed) + ", each once");
            return otherwise;
        }
        return values.isEmpty() ? otherwise : texts;
    }

    private static List<String> texts(BodyMembers.Of of, String member) {
        return texts(of, member, of.valuesIfThere(member));
    }

    private static List<String> texts(BodyMembers.Of of, String member, List<JsonValue> values) {
        if (!values.stream().allMatch(JsonString.class::isInstance)) {
            of.wrong(member, "must be a list of texts");
            return List.of();
        }
        return values.stream().map(value -> ((JsonString) value).getString()).toList();
    }
}
