package org.lethe.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An account as administrators see it; without a quota it has that of the settings. */
public record AccountView(
        UUID id, String login, List<String> roles, Instant createdAt, Instant disabledAt, Long quotaBytes) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.login(),
                List.of(account.roleNames()),
                account.createdAt(),
                account.disabledAt().orElse(null),
                account.quotaBytes().orElse(null));
    }
}
