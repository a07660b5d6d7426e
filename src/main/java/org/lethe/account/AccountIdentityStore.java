package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Recognises an account by login and password. The row is read each time, so that a disabled account is refused at once.
 * An unknown login takes as long as a wrong password: it is compared too, with a hash that nothing matches. Who guesses has to
 * wait; a password that is remembered as right is not held up by that, nor slower for it.
 */
@ApplicationScoped
class AccountIdentityStore implements IdentityStore {

    private final AccountsByLogin accounts;
    private final VerifiedPasswords verified;
    private final AttemptLimit limit;
    private final String nobodysHash;

    @Inject
    AccountIdentityStore(Accounts accounts, VerifiedPasswords verified, PasswordHashing hashing, LockOut limit) {
        this((AccountsByLogin) accounts::find, verified, hashing, limit);
    }

    AccountIdentityStore(
            AccountsByLogin accounts, VerifiedPasswords verified, PasswordHashing hashing, AttemptLimit limit) {
        this.accounts = accounts;
        this.verified = verified;
        this.limit = limit;
        this.nobodysHash = hashing.of(UUID.randomUUID().toString());
    }

    /** For the proxy. */
    AccountIdentityStore() {
        this.accounts = null;
        this.verified = null;
        this.limit = null;
        this.nobodysHash = null;
    }

    /** @throws LockedOutException when the password was not looked at, because too many were wrong before */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof PasswordAttempt attempt
                ? validate(attempt.getCaller(), attempt.getPasswordAsString(), attempt.address())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(String login, String password, String address) {
        Optional<Account> account = accounts.find(login);
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean matches = matches(login, password, hash, address);
        return account.filter(known -> matches && !known.isDisabled())
                .map(AccountIdentityStore::valid)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    /** Only who really compares takes an attempt: requests that bring the same password at the same time are one. */
    private boolean matches(String login, String password, String hash, String address) {
        AtomicBoolean taken = new AtomicBoolean();
        boolean matches = verified.matches(login, password, hash, () -> {
            limit.take(login, address);
            taken.set(true);
        });
        if (matches && taken.get()) {
            limit.succeeded(login, address);
        }
        return matches;
    }

    private static CredentialValidationResult valid(Account account) {
        Set<String> groups = account.roles().stream().map(Role::wireName).collect(Collectors.toSet());
        return new CredentialValidationResult(new AccountPrincipal(account.id(), account.login()), groups);
    }

    /** The one thing that is needed of the accounts here. */
    @FunctionalInterface
    interface AccountsByLogin {

        Optional<Account> find(String login);
    }
}
