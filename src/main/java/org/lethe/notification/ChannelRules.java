package org.lethe.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.lethe.outbound.OutboundRules;
import org.lethe.outbound.OutboundUrl;
import org.lethe.outbound.Signature;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.settings.Secret;

/** What a channel may look like. Notes every fault before anybody is refused. */
final class ChannelRules {

    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
    private static final int SHORTEST_KEY = 24; // of Standard Webhooks, in bytes, as the longest
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_RECIPIENTS = 20;
    private static final int HIGHEST_PORT = 65_535;
    private static final String SECRET = "target.secret";
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]{0,252})";

    private final List<FieldError> errors = new ArrayList<>();
    private final OutboundRules rules;

    private ChannelRules(OutboundRules rules) {
        this.rules = rules;
    }

    /** @param secret empty when the one that is kept stays */
    static List<FieldError> faults(ChannelDocument document, Optional<Secret> secret, OutboundRules rules) {
        ChannelRules all = new ChannelRules(rules);
        all.check(document);
        switch (document.kind()) {
            case SLACK -> secret.ifPresent(url -> all.url(SECRET, url.reveal()));
            case WEBHOOK -> all.webhook(document.target(), secret);
            case EMAIL -> all.email(document.target(), secret);
        }
        return all.errors;
    }

    /** Of a URL that has no fault; else nothing that anybody would be shown. */
    static String host(Secret url) {
        try {
            return URI.create(url.reveal()).getHost();
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private void check(ChannelDocument document) {
        if (document.name().isEmpty() || isUnsayable(document.name(), LONGEST_NAME)) {
            length("name", LONGEST_NAME);
        }
        if (document.window().isNegative() || document.window().compareTo(LONGEST_WINDOW) > 0) {
            range("windowSeconds", 0, LONGEST_WINDOW.toSeconds());
        }
        if (document.tells().contains(Topic.RECOVERIES) && !document.tells().contains(Topic.FAILURES)) {
            wrong("tells", "must have FAILURES when it has RECOVERIES: nobody recovers from what was not told");
        }
    }

    private void url(String field, String url) {
        OutboundUrl.fault(url, rules).ifPresent(fault -> wrong(field, fault));
    }

    private void webhook(Target target, Optional<Secret> secret) {
        url("target.url", target.url());
        secret.filter(key -> !isKey(key.reveal()))
                .ifPresent(notOne -> wrong(
                        SECRET,
                        "must be " + Signature.SECRET_PREFIX + " and the Base64 of " + SHORTEST_KEY + " to "
                                + LONGEST_KEY + " bytes"));
    }

    private static boolean isKey(String text) {
        try {
            int bytes = Base64.getDecoder().decode(text.substring(Signature.SECRET_PREFIX.length())).length;
            return text.startsWith(Signature.SECRET_PREFIX) && bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOne) {
            return false;
        }
    }

    private void email(Target target, Optional<Secret> secret) {
        if (!target.host().matches(HOST)) {
            wrong("target.host", "must be the name of a mail server, or its IPv4 address");
        } else if (!OutboundUrl.mayBeCallable(target.host(), rules)) {
            wrong("target.host", "must be at a public address");
        }
        if (target.port() < 1 || target.port() > HIGHEST_PORT) {
            range("target.port", 1, HIGHEST_PORT);
        }
        if (target.tls() == Tls.NONE && !rules.allowPlain()) {
            wrong("target.tls", "must be STARTTLS or IMPLICIT: nothing goes in the clear here");
        }
        if (target.user() != null && (target.user().isEmpty() || isUnsayable(target.user(), LONGEST_TEXT))) {
            length("target.user", LONGEST_TEXT);
        }
        secret.filter(password -> password.reveal().isEmpty() || isUnsayable(password.reveal(), LONGEST_TEXT))
                .ifPresent(bad -> length(SECRET, LONGEST_TEXT));
        if (secret.isPresent() && target.user() == null) {
            wrong(SECRET, "is a user's password: say whose");
        }
        address("target.from", target.from());
        if (target.to().isEmpty() || target.to().size() > MOST_RECIPIENTS) {
            errors.add(new FieldError(
                    "target.to",
                    "must be 1 to " + MOST_RECIPIENTS + " addresses",
                    FieldRule.of(FieldRule.Code.COUNT, 1, MOST_RECIPIENTS)));
        }
        for (int n = 0; n < target.to().size(); n++) {
            address("target.to[" + n + ']', target.to().get(n));
        }
    }

    /** Bare ones, in ASCII: no names, no groups, nothing that could become a header. */
    private void address(String field, String text) {
        boolean bare = text.length() <= LONGEST_TEXT && text.matches("[\\x21-\\x7e&&[^<>\",:;()]]+@[A-Za-z0-9.-]+");
        try {
            if (bare) {
                new InternetAddress(text, true).validate();
                return;
            }
        } catch (AddressException notOne) {
            bare = false;
        }
        wrong(field, "must be a mail address such as ops@example.org");
    }

    private static boolean isUnsayable(String text, int longest) {
        return text.length() > longest || text.chars().anyMatch(Character::isISOControl);
    }

    private void range(String field, long least, long most) {
        errors.add(new FieldError(field, "must be " + least + " to " + most, FieldRule.range(least, most)));
    }

    private void length(String field, int most) {
        errors.add(new FieldError(
                field,
                "must have 1 to " + most + " characters, without control characters",
                FieldRule.length(1, most)));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
