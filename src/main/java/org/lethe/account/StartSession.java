package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.settings.LetheSettings;

/**
 * Makes a session's row, under a lock on the account's that whoever changes the password or disables the account waits
 * for: so no session is begun with a password that is no longer one, and none that has begun escapes the change.
 */
@Dependent
class StartSession {

    /** Of one account at once; beyond, the oldest ends. */
    private static final int MOST = 50;

    private final Accounts accounts;
    private final AccountSessions sessions;
    private final VerifiedPasswords verified;
    private final Audit audit;
    private final Duration life;

    @Inject
    StartSession(
            Accounts accounts,
            AccountSessions sessions,
            VerifiedPasswords verified,
            Audit audit,
            LetheSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.verified = verified;
        this.audit = audit;
        this.life = settings.session().life();
    }

    @Transactional
    SessionLogin start(AccountPrincipal who, String password) {
        Account account = accounts.lockShared(who.id())
                .filter(known -> !known.isDisabled() && !known.isOfProvider())
                .filter(known -> verified.matches(known.login(), password, known.passwordHash()))
                .orElseThrow(() -> Problem.unauthorized().exception());
        SessionText text = SessionText.random();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AccountSession session =
                new AccountSession(UuidCreator.getTimeOrderedEpoch(), account.id(), text.hash(), now, now.plus(life));
        sessions.add(session);
        sessions.endAllButNewest(account.id(), MOST);
        audit.recordAs(
                account.login(), AuditAction.SESSION_STARTED, session.id().toString(), Map.of());
        return SessionLogin.of(session, account, text);
    }
}
