package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.RememberMeCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountIdentityStoreTest {

    private final PlainPasswordHash hash = new PlainPasswordHash();
    private final PasswordHashing hashing = new PasswordHashing(hash);
    private final Account ann =
            new Account(UUID.randomUUID(), "ann", hashing.of("river"), List.of(Role.OWNER, Role.ADMIN), Instant.EPOCH);
    private final AccountIdentityStore store = new AccountIdentityStore(
            login -> Optional.of(ann).filter(known -> known.login().equals(login)),
            new VerifiedPasswords(hashing, new SettableClock()),
            hashing);

    @Test
    void theRightPasswordShouldGiveAccountAndRoles() {
        CredentialValidationResult result = validate("ann", "river");

        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerGroups()).containsExactlyInAnyOrder("owner", "admin");
        assertThat(result.getCallerPrincipal())
                .isInstanceOfSatisfying(
                        AccountPrincipal.class, who -> assertThat(who.id()).isEqualTo(ann.id()));
    }

    @Test
    void theWrongPasswordShouldBeRefused() {
        assertThat(validate("ann", "lake").getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void anUnknownLoginShouldBeRefusedAndTakeAsLong() {
        assertThat(validate("bob", "river").getStatus()).isEqualTo(Status.INVALID);
        assertThat(hash.comparisons).hasValue(1);
    }

    @Test
    void aDisabledAccountShouldBeRefusedAtOnce() {
        validate("ann", "river");

        ann.disabled(Instant.EPOCH);

        assertThat(validate("ann", "river").getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void otherCredentialsShouldBeLeftToOthers() {
        assertThat(store.validate(new RememberMeCredential("token")).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
    }

    private CredentialValidationResult validate(String login, String password) {
        return store.validate(new UsernamePasswordCredential(login, password));
    }
}
