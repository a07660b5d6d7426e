package org.lethe.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param roles of a provider's account, those that its first token told of; each later token says for itself
 * @param issuer the provider; null when it has a password
 * @param subject the provider's name for it; null when it has a password
 * @param quotaBytes null when it is that of the settings
 */
public record AccountView(
        UUID id,
        String login,
        List<String> roles,
        String issuer,
        String subject,
        Instant createdAt,
        Instant disabledAt,
        Long quotaBytes) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.login(),
                List.of(account.roleNames()),
                account.issuer(),
                account.subject(),
                account.createdAt(),
                account.disabledAt().orElse(null),
                account.quotaBytes().orElse(null));
    }
}
