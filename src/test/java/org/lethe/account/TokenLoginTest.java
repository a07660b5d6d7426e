package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenLoginTest {

    private final Account ann =
            new Account(UUID.randomUUID(), "ann", "hash", List.of(Role.OWNER, Role.OPERATOR), Instant.EPOCH);

    @Test
    void theRolesShouldBeNarrowedToWhatTheScopesAreAPartOf() {
        assertThat(login(Scope.READ, Scope.WRITE).groups()).containsExactly("owner");
        assertThat(login(Scope.OPERATE).groups()).containsExactly("operator");
    }

    @Test
    void aRoleThatTheAccountHasNoLongerShouldNotComeBackByAToken() {
        assertThat(login(Scope.ADMIN, Scope.DELETE).groups()).containsExactly("owner");
    }

    @Test
    void theAccountShouldBeTheOwners() {
        assertThat(login(Scope.READ).principal().id()).isEqualTo(ann.id());
        assertThat(login(Scope.READ).principal().getName()).isEqualTo("ann");
    }

    @Test
    void whatIsToldOfAnIssuedTokenInALogShouldNotBeItsText() {
        TokenText text = TokenText.random();

        assertThat(IssuedToken.of(token(Scope.READ), text).toString()).doesNotContain(text.text());
    }

    private TokenLogin login(Scope... scopes) {
        AccountPrincipal principal = new AccountPrincipal(ann.id(), ann.login());
        return TokenLogin.of(UUID.randomUUID(), principal, Set.of(scopes), ann.roles(), Optional.empty());
    }

    private AccountToken token(Scope... scopes) {
        AcceptedToken accepted = new AcceptedToken("name", Set.of(scopes), Instant.EPOCH, Instant.MAX);
        return new AccountToken(UUID.randomUUID(), ann.id(), accepted, "hash");
    }
}
