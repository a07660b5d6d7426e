package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Makes an account, in the caller's transaction. */
@Dependent
class AddAccount {

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Audit audit;

    @Inject
    AddAccount(Accounts accounts, PasswordHashing hashing, Audit audit) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.audit = audit;
    }

    /** @throws ProblemException 409 when the login is taken, also by a disabled account */
    Account add(NewAccount wanted) {
        Account account = insert(wanted);
        audit.record(AuditAction.ACCOUNT_ADDED, account.id().toString(), details(account));
        return account;
    }

    /** As {@link #add}, when nobody asks for it. */
    Account addBySystem(NewAccount wanted) {
        Account account = insert(wanted);
        audit.record(Origin.SYSTEM, AuditAction.ACCOUNT_ADDED, account.id().toString(), details(account));
        return account;
    }

    private Account insert(NewAccount wanted) {
        Account account = new Account(
                UuidCreator.getTimeOrderedEpoch(),
                wanted.login(),
                hashing.of(wanted.password()),
                AccountRules.rolesOf(wanted.roles()),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        if (!accounts.add(account)) {
            throw Problem.conflict("login-taken", "There is an account " + wanted.login() + " already.")
                    .exception();
        }
        return account;
    }

    private static Map<String, Object> details(Account account) {
        return Map.of("login", account.login(), "roles", List.of(account.roleNames()));
    }
}
