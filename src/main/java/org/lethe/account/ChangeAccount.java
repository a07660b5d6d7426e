package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.lethe.audit.Audit;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Changes or disables an account, in the caller's transaction. One administrator always stays. */
@Dependent
class ChangeAccount {

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final EndCredentials endCredentials;
    private final Audit audit;

    @Inject
    ChangeAccount(Accounts accounts, PasswordHashing hashing, EndCredentials endCredentials, Audit audit) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.endCredentials = endCredentials;
        this.audit = audit;
    }

    /**
     * Changes it as it is now, which nobody else does until the transaction ends.
     *
     * @param precondition asked of the account before anything is changed; throws to refuse
     * @throws ProblemException 404, 400, or 409 when it would leave no administrator
     */
    Account change(UUID id, AccountChange wanted, Consumer<Account> precondition) {
        int administrators = accounts.lockAdministrators();
        Account account = accounts.lock(id)
                .orElseThrow(() -> Problem.notFound("account", id).exception());
        precondition.accept(account);
        boolean wasAdministrator = account.isActiveAdministrator();
        AuditedChange audited = AuditedChange.from(account, wanted);
        apply(wanted.validFor(account), account);
        if (wasAdministrator && !account.isActiveAdministrator() && administrators == 1) {
            throw Problem.conflict("last-administrator", account.login() + " is the last administrator who can log in.")
                    .exception();
        }
        audited.to(account, endCredentials.after(wanted, account), audit);
        return account;
    }

    private void apply(AccountChange wanted, Account account) {
        if (wanted.password() != null) {
            account.passwordChanged(hashing.of(wanted.password()));
        }
        if (wanted.roles() != null) {
            account.rolesChanged(AccountRules.rolesOf(wanted.roles()));
        }
        if (wanted.quotaBytes() != null) {
            account.quotaChanged(wanted.quotaBytes() < 0 ? null : wanted.quotaBytes());
        }
        if (wanted.disabled() != null && wanted.disabled()) {
            account.disabled(Instant.now().truncatedTo(ChronoUnit.MICROS)); // as the database keeps it
        } else if (wanted.disabled() != null) {
            account.enabled();
        }
    }
}
