package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;
import org.lethe.identity.Identity;

/**
 * Makes the account of somebody whom the outside provider knows, in a transaction of its own: there is none before anybody
 * is recognised.
 */
@Dependent
class AddProvidersAccount {

    private static final int READABLE = 40;
    private static final int DISTINCT = 16;

    private final Accounts accounts;
    private final Audit audit;

    @Inject
    AddProvidersAccount(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The account, which another request may have made at the same time. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Account add(Identity identity, Origin from) {
        Account account = Account.ofProvider(
                UuidCreator.getTimeOrderedEpoch(),
                login(identity),
                identity,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        if (!accounts.addOfProvider(account)) {
            return accounts.find(identity.issuer(), identity.subject()).orElseThrow();
        }
        Origin themselves = new Origin(account.login(), from.address(), from.requestId());
        audit.record(themselves, AuditAction.ACCOUNT_ADDED, account.id().toString(), details(account));
        return account;
    }

    /** No login with a password has a colon, so none can be taken for another's; the end tells alike beginnings apart. */
    static String login(Identity identity) {
        String readable = identity.subject().replaceAll("[^A-Za-z0-9._@+-]", "_");
        String distinct = HexFormat.of().formatHex(Sha256.of(identity.issuer() + '\u0000' + identity.subject()));
        return "oidc:" + readable.substring(0, Math.min(readable.length(), READABLE)) + ':'
                + distinct.substring(0, DISTINCT);
    }

    private static Map<String, Object> details(Account account) {
        return Map.of(
                "login", account.login(),
                "roles", List.of(account.roleNames()),
                "issuer", account.issuer(),
                "subject", account.subject());
    }
}
