package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lethe.identity.Identity;
import org.lethe.identity.IdentityTokens;

/**
 * What a request came with, asked again later: session, API token, the provider's token, or password. Each time the rows
 * are read anew, and no use is noted. No password is kept: the hash that it was right for stands for it.
 */
@Dependent
class CredentialsAgain {

    private final AccountSessions sessions;
    private final AccountTokens tokens;
    private final IdentityTokens identities;
    private final Accounts accounts;
    private final VerifiedPasswords verified;
    private final CurrentAccount current;

    @Inject
    CredentialsAgain(
            AccountSessions sessions,
            AccountTokens tokens,
            IdentityTokens identities,
            Accounts accounts,
            VerifiedPasswords verified,
            CurrentAccount current) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.identities = identities;
        this.accounts = accounts;
        this.verified = verified;
        this.current = current;
    }

    /**
     * What tells, also after the request and by any thread, whether it would still be let in, with all the roles that it had.
     * It throws what the database, or the provider, throws when it does not answer.
     */
    BooleanSupplier of(HttpServletRequest request) {
        Set<String> had = current.roles().stream().map(Role::wireName).collect(Collectors.toUnmodifiableSet());
        Supplier<Optional<Set<String>>> now = roles(request);
        return () -> now.get().filter(roles -> roles.containsAll(had)).isPresent();
    }

    /** The roles with which it would be let in; empty when it would not. */
    private Supplier<Optional<Set<String>>> roles(HttpServletRequest request) {
        Optional<SessionLogin> session = SessionAuthentication.of(request);
        if (session.isPresent()) {
            SessionText text = session.get().text();
            return () -> sessions.login(text).map(SessionLogin::groups);
        }
        String header = request.getHeader("Authorization");
        Optional<TokenText> token = TokenText.of(header);
        if (token.isPresent()) {
            return token.get().isOfProvider()
                    ? ofProvider(token.get())
                    : ofToken(token.get().hash());
        }
        return BasicCredentials.of(header).map(this::ofPassword).orElse(Optional::empty);
    }

    private Supplier<Optional<Set<String>>> ofToken(String hash) {
        return () -> tokens.login(hash).map(TokenLogin::groups);
    }

    private Supplier<Optional<Set<String>>> ofProvider(TokenText token) {
        return () -> identities
                .verify(token.text())
                .filter(identity -> accounts.find(identity.issuer(), identity.subject())
                        .filter(account -> !account.isDisabled())
                        .isPresent())
                .map(Identity::roles);
    }

    private Supplier<Optional<Set<String>>> ofPassword(BasicCredentials came) {
        String login = came.login();
        Optional<String> right = accounts.find(login)
                .map(Account::passwordHash)
                .filter(hash -> verified.matches(login, came.password(), hash));
        return () -> accounts.find(login)
                .filter(account -> !account.isDisabled()
                        && Optional.ofNullable(account.passwordHash()).equals(right)
                        && right.isPresent())
                .map(account -> account.roles().stream().map(Role::wireName).collect(Collectors.toSet()));
    }
}
