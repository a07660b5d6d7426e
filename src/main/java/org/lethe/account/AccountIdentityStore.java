package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Recognises an account by login and password. The row is read each time, so that a disabled account is refused at once.
 * An unknown login takes as long as a wrong password: it is compared too, with a hash that nothing matches.
 */
@ApplicationScoped
class AccountIdentityStore implements IdentityStore {

    private final AccountsByLogin accounts;
    private final VerifiedPasswords verified;
    private final String nobodysHash;

    @Inject
    AccountIdentityStore(Accounts accounts, VerifiedPasswords verified, PasswordHashing hashing) {
        this((AccountsByLogin) accounts::find, verified, hashing);
    }

    AccountIdentityStore(AccountsByLogin accounts, VerifiedPasswords verified, PasswordHashing hashing) {
        this.accounts = accounts;
        this.verified = verified;
        this.nobodysHash = hashing.of(UUID.randomUUID().toString());
    }

    /** For the proxy. */
    AccountIdentityStore() {
        this.accounts = null;
        this.verified = null;
        this.nobodysHash = null;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential known
                ? validate(known.getCaller(), known.getPasswordAsString())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(String login, String password) {
        Optional<Account> account = accounts.find(login);
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean matches = verified.matches(login, password, hash);
        return account.filter(known -> matches && !known.isDisabled())
                .map(AccountIdentityStore::valid)
                .orElse(CredentialValidationResult.INVALID_RESULT);
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
