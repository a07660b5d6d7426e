package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final Account ann =
            new Account(UUID.randomUUID(), "ann", "hash", List.of(Role.ADMIN, Role.OWNER, Role.ADMIN), Instant.EPOCH);

    @Test
    void rolesShouldStandOnceAndInOrder() {
        assertThat(ann.roleNames()).containsExactly("owner", "admin");
        assertThat(ann.roles()).containsExactlyInAnyOrder(Role.OWNER, Role.ADMIN);
    }

    @Test
    void theFirstTimeOfDisablingShouldCount() {
        ann.disabled(Instant.EPOCH);
        ann.disabled(Instant.EPOCH.plusSeconds(1));

        assertThat(ann.disabledAt()).contains(Instant.EPOCH);
        assertThat(ann.isActiveAdministrator()).isFalse();
    }

    @Test
    void anEnabledAccountShouldBeAsBefore() {
        ann.disabled(Instant.EPOCH);

        ann.enabled();

        assertThat(ann.isDisabled()).isFalse();
        assertThat(ann.isActiveAdministrator()).isTrue();
    }

    @Test
    void whoIsNoAdministratorAnyMoreShouldNotCountAsOne() {
        ann.rolesChanged(List.of(Role.OWNER));

        assertThat(ann.isActiveAdministrator()).isFalse();
    }
}
