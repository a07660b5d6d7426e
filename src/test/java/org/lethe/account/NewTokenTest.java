package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

class NewTokenTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> READ = List.of("read");

    @Test
    void anAcceptableTokenShouldBeAsItWasAskedFor() {
        NewToken wanted = new NewToken(" backup of the NAS ", List.of("write", "read"), "2026-02-01T01:00:00+01:00");

        assertThat(wanted.acceptedFor(Set.of(Role.OWNER), NOW))
                .isEqualTo(new AcceptedToken(
                        "backup of the NAS",
                        Set.of(Scope.READ, Scope.WRITE),
                        NOW,
                        Instant.parse("2026-02-01T00:00:00Z")));
    }

    @Test
    void aTokenShouldLiveForNinetyDaysUnlessItSaysOtherwise() {
        assertThat(new NewToken("n", READ, null)
                        .acceptedFor(Set.of(Role.OWNER), NOW)
                        .expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void allThatIsWrongShouldBeToldAtOnce() {
        assertThat(refused(new NewToken(null, null, "tomorrow"))).containsExactly("name", "scopes", "expiresAt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "two\nlines", "nul\0", "del\u007f"})
    void aNameShouldBeOneLineOfText(String name) {
        assertThat(refused(new NewToken(name, READ, null))).containsExactly("name");
    }

    @Test
    void aNameShouldHaveAtMostAHundredCharacters() {
        assertThat(new NewToken("n".repeat(100), READ, null).acceptedFor(Set.of(Role.OWNER), NOW))
                .isNotNull();
        assertThat(refused(new NewToken("n".repeat(101), READ, null))).containsExactly("name");
    }

    @Test
    void scopesShouldBeKnownOnesAndNamedOnce() {
        assertThat(refused(new NewToken("n", List.of(), null))).containsExactly("scopes");
        assertThat(refused(new NewToken("n", List.of("read", "READ"), null))).containsExactly("scopes");
        assertThat(refused(new NewToken("n", Arrays.asList("read", null), null)))
                .containsExactly("scopes");
        assertThat(refused(new NewToken("n", List.of("read", "read"), null))).containsExactly("scopes");
    }

    @Test
    void scopesThatTheRolesDoNotAllowShouldBeNamed() {
        NewToken wanted = new NewToken("n", List.of("admin", "read", "operate"), null);

        assertThat(errors(wanted, Set.of(Role.OWNER)))
                .containsExactly(new FieldError(
                        "scopes", "must be such as the roles of this account allow, unlike: operate, admin"));
        assertThat(errors(wanted, Set.of(Role.OPERATOR, Role.ADMIN)))
                .containsExactly(
                        new FieldError("scopes", "must be such as the roles of this account allow, unlike: read"));
        assertThat(wanted.acceptedFor(Set.of(Role.values()), NOW).scopes()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13-01T00:00:00Z",
                "2026-02-01",
                "2026-01-01T00:00:00Z",
                "2025-12-31T23:59:59Z",
                "2027-01-02T00:00:01Z"
            })
    void theEndShouldBeATimeWithinAYear(String expiresAt) {
        assertThat(refused(new NewToken("n", READ, expiresAt))).containsExactly("expiresAt");
    }

    @Test
    void theLastMomentShouldBeAccepted() {
        assertThat(new NewToken("n", READ, "2027-01-02T00:00:00Z")
                        .acceptedFor(Set.of(Role.OWNER), NOW)
                        .expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(366)));
    }

    private static List<String> refused(NewToken wanted) {
        return errors(wanted, Set.of(Role.OWNER)).stream()
                .map(FieldError::field)
                .toList();
    }

    private static List<FieldError> errors(NewToken wanted, Set<Role> roles) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> wanted.acceptedFor(roles, NOW));
        return refused.problem().errors();
    }
}
