package org.lethe.account;

import java.time.Instant;
import java.util.List;

/**
 * A session as its owner sees it.
 *
 * @param csrfToken goes with each request that changes something, as the header {@code X-CSRF-Token}
 * @param expiresAt when it ends at the latest
 * @param idleSeconds it ends sooner when nothing is asked for so long
 */
public record SessionView(String login, List<String> roles, String csrfToken, Instant expiresAt, long idleSeconds) {

    static SessionView of(SessionLogin login, long idleSeconds) {
        return new SessionView(
                login.principal().getName(),
                login.groups().stream().sorted().toList(),
                login.text().csrfToken(),
                login.expiresAt(),
                idleSeconds);
    }
}
