package org.lethe.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwrapProblemTest {

    private static final Jsonb JSON = JsonbBuilder.create();

    private final UnwrapProblem unwrap = new UnwrapProblem(List.of());

    @Test
    void aProblemShouldBeFoundHoweverDeepItIsWrapped() {
        Throwable wrapped =
                new RuntimeException(new CompletionException(Problem.forbidden().exception()));

        assertThat(unwrap.in(wrapped)).contains(Problem.forbidden());
    }

    @Test
    void aProblemShouldCountMoreThanItsCause() {
        ProblemException problem = Problem.forbidden().exception(new SQLException("gone", "08006"));

        assertThat(slug(problem)).isEqualTo("forbidden");
    }

    @Test
    void aTranslatorShouldBeAskedForEachCause() {
        ProblemTranslator translator = exception -> exception instanceof ArithmeticException
                ? Optional.of(Problem.conflict("wrong-state", "No."))
                : Optional.empty();
        UnwrapProblem withTranslator = new UnwrapProblem(List.of(translator));

        assertThat(withTranslator.in(new RuntimeException(new ArithmeticException())))
                .map(Problem::slug)
                .contains("wrong-state");
        assertThat(withTranslator.in(new RuntimeException())).isEmpty();
    }

    @Test
    void whatTheFrameworkRefusesShouldBeAProblemOfTheSameStatus() {
        assertThat(slug(new NotFoundException())).isEqualTo("not-found");
        assertThat(slug(new NotAllowedException("GET"))).isEqualTo("method-not-allowed");
        assertThat(slug(new NotSupportedException())).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void aLostDatabaseShouldBeUnavailable(String sqlState) {
        Optional<Problem> problem = unwrap.in(new RuntimeException(new SQLException("gone", sqlState)));

        assertThat(problem.orElseThrow().slug()).isEqualTo("database-unavailable");
        assertThat(problem.orElseThrow().status()).isEqualTo(503);
        assertThat(problem.orElseThrow().retryAfter()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014"})
    void aConflictOfRowsShouldBeRolledBack(String sqlState) {
        assertThat(slug(new RuntimeException(new SQLException("busy", sqlState))))
                .isEqualTo("rolled-back");
    }

    @Test
    void aMistakeInSqlShouldBeUnexpected() {
        assertThat(unwrap.in(new RuntimeException(new SQLException("no such column", "42703"))))
                .isEmpty();
    }

    @Test
    void aLostBrokerShouldBeUnavailable() {
        assertThat(slug(new RuntimeException(new JMSException("not connected"))))
                .isEqualTo("broker-unavailable");
    }

    @Test
    void aHeuristicOutcomeShouldBeUnknownWhateverCausedIt() {
        HeuristicMixedException mixed = new HeuristicMixedException("mixed");
        mixed.initCause(new SQLException("gone", "08006"));

        assertThat(slug(new RuntimeException(mixed))).isEqualTo("outcome-unknown");
    }

    @Test
    void aRollbackBecauseOfTheDatabaseShouldNameTheDatabase() {
        RollbackException rollback = new RollbackException("rolled back");
        rollback.initCause(new SQLException("gone", "08006"));

        assertThat(slug(rollback)).isEqualTo("database-unavailable");
        assertThat(slug(new RollbackException("timed out"))).isEqualTo("rolled-back");
    }

    @Test
    void anythingElseShouldBeUnexpected() {
        assertThat(unwrap.in(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void aCircleOfCausesShouldEnd() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(unwrap.in(one)).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonShouldBeMalformed() {
        ProblemException refused = refused("{\"login\":");

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail()).doesNotContain("org.").doesNotContain("Exception");
    }

    @Test
    void aFieldOfTheWrongTypeShouldBeNamed() {
        ProblemException refused = refused("{\"count\":\"many\"}");

        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("count");
    }

    /** A body, for these tests. */
    public record Body(String login, int count) {}

    private static ProblemException refused(String body) {
        try {
            JSON.fromJson(body, Body.class);
            throw new AssertionError("was read: " + body);
        } catch (JsonbException e) {
            return MalformedBody.malformed(new ProcessingException("reading", e));
        }
    }

    private String slug(Throwable exception) {
        return unwrap.in(exception).map(Problem::slug).orElse("none");
    }
}
