package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Makes an account, in the caller's transaction. */
@Dependent
class AddAccount {

    private final Accounts accounts;
    private final PasswordHashing hashing;

    @Inject
    AddAccount(Accounts accounts, PasswordHashing hashing) {
        this.accounts = accounts;
        this.hashing = hashing;
    }

    /** @throws ProblemException 409 when the login is taken, also by a disabled account */
    Account add(NewAccount wanted) {
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
}
