package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

class AccountRulesTest {

    private static final String PASSWORD = "a long password";

    @Test
    void anAcceptableAccountShouldPass() {
        NewAccount ann = new NewAccount("ann@example.org", PASSWORD, List.of("owner", "operator"));

        assertThat(ann.valid()).isSameAs(ann);
    }

    @Test
    void allThatIsWrongShouldBeToldAtOnce() {
        assertThat(fieldsRefused(new NewAccount(null, null, null))).containsExactly("login", "password", "roles");
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, login",
        "'', login",
        "-ann, login",
        "ann bell, login",
    })
    void aLoginOfOtherLettersShouldBeRefused(String login, String field) {
        assertThat(fieldsRefused(new NewAccount(login, PASSWORD, List.of("owner"))))
                .containsExactly(field);
    }

    @Test
    void aShortPasswordShouldBeRefused() {
        assertThat(fieldsRefused(new NewAccount("ann", "eleven char", List.of("owner"))))
                .containsExactly("password");
    }

    @Test
    void theLoginAsPasswordShouldBeRefused() {
        assertThat(fieldsRefused(new NewAccount("ann@example.org", "Ann@example.org", List.of("owner"))))
                .containsExactly("password");
    }

    @Test
    void rolesShouldBeKnownOnes() {
        assertThat(fieldsRefused(new NewAccount("ann", PASSWORD, List.of()))).containsExactly("roles");
        assertThat(fieldsRefused(new NewAccount("ann", PASSWORD, List.of("owner", "king"))))
                .containsExactly("roles");
    }

    @Test
    void aChangeShouldBeCheckedOnlyInWhatItNames() {
        Account ann = new Account(UUID.randomUUID(), "ann", "hash", List.of(Role.OWNER), Instant.EPOCH);
        AccountChange change = new AccountChange(null, null, true, null);

        assertThat(change.validFor(ann)).isSameAs(change);
    }

    @Test
    void passwordsShouldNotShow() {
        assertThat(new NewAccount("ann", PASSWORD, List.of()).toString()).doesNotContain(PASSWORD);
        assertThat(new AccountChange(PASSWORD, null, null, null).toString()).doesNotContain(PASSWORD);
        assertThat(new BasicCredentials("ann", PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private static List<String> fieldsRefused(NewAccount account) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, account::valid);
        return refused.problem().errors().stream().map(FieldError::field).toList();
    }
}
