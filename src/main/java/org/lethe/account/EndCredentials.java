package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ends what was made with a password when that is changed: sessions and API tokens. An administrator changes a password
 * because it was forgotten, or because it leaked; then whoever had it has made such by now. Disabled, an account loses its
 * sessions; its tokens are worth nothing for as long.
 */
@Dependent
class EndCredentials {

    private final AccountSessions sessions;
    private final AccountTokens tokens;

    @Inject
    EndCredentials(AccountSessions sessions, AccountTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** How many were ended, by kind; those of which there were none are left out. */
    Map<String, Integer> after(AccountChange change, Account account) {
        Map<String, Integer> ended = new TreeMap<>();
        if (change.password() != null || account.isDisabled()) {
            ended.put("sessionsEnded", sessions.endAllButNewest(account.id(), 0));
        }
        if (change.password() != null) {
            ended.put("tokensRevoked", tokens.revokeAll(account.id()));
        }
        ended.values().removeIf(count -> count == 0);
        return ended;
    }
}
