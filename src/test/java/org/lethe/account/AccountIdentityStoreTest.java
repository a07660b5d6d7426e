package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.credential.RememberMeCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountIdentityStoreTest {

    private final List<String> taken = new ArrayList<>();
    private boolean isLockedOut;
    private final PlainPasswordHash hash = new PlainPasswordHash();
    private final PasswordHashing hashing = new PasswordHashing(hash);
    private final Account ann =
            new Account(UUID.randomUUID(), "ann", hashing.of("river"), List.of(Role.OWNER, Role.ADMIN), Instant.EPOCH);
    private final AccountIdentityStore store = new AccountIdentityStore(
            login -> Optional.of(ann).filter(known -> known.login().equals(login)),
            new VerifiedPasswords(hashing, new SettableClock()),
            hashing,
            new Attempts());

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
    void aFailureShouldCountAndASuccessShouldNot() {
        validate("ann", "lake");
        validate("bob", "river");
        validate("ann", "river");

        assertThat(taken).containsExactlyInAnyOrder("ann from 192.0.2.7", "bob from 192.0.2.7");
    }

    @Test
    void whoIsLockedOutShouldNotHaveThePasswordLookedAt() {
        isLockedOut = true;

        assertThatThrownBy(() -> validate("ann", "river")).isInstanceOf(LockedOutException.class);
        assertThat(hash.comparisons).hasValue(0);
    }

    @Test
    void aPasswordThatIsRememberedShouldNotBeHeldUp() {
        validate("ann", "river");
        isLockedOut = true;

        assertThat(validate("ann", "river").getStatus()).isEqualTo(Status.VALID);
    }

    @Test
    void otherCredentialsShouldBeLeftToOthers() {
        assertThat(store.validate(new RememberMeCredential("token")).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
    }

    private CredentialValidationResult validate(String login, String password) {
        return store.validate(new PasswordAttempt(login, password, "192.0.2.7"));
    }

    private final class Attempts implements AttemptLimit {

        @Override
        public void take(String login, String address) {
            taken.add(login + " from " + address);
            if (isLockedOut) {
                throw new LockedOutException(Duration.ofSeconds(3));
            }
        }

        @Override
        public void succeeded(String login, String address) {
            taken.remove(login + " from " + address);
        }
    }
}
