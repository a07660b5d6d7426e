package org.lethe.notification;

import java.util.List;
import java.util.Objects;

/**
 * Where a channel leads, but for its secret. What a kind of channel does not have is null.
 *
 * @param url of a signed webhook
 * @param host of a mail server; of a Slack webhook, that of its URL
 * @param port of a mail server
 * @param tls of a mail server
 * @param user whom the mail server knows; null when it asks for nobody
 * @param from the sender of mails
 * @param to their recipients
 */
record Target(String url, String host, Integer port, Tls tls, String user, String from, List<String> to) {

    static Target slack(String host) {
        return new Target(null, host, null, null, null, null, null);
    }

    static Target webhook(String url) {
        return new Target(url, null, null, null, null, null, null);
    }

    /** Whether a secret would go to the same place as before, and as safely. */
    boolean takesSecretTo(Target before) {
        return Objects.equals(host, before.host)
                && Objects.equals(port, before.port)
                && tls == before.tls
                && Objects.equals(user, before.user);
    }
}
