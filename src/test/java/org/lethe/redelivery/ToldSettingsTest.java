package org.lethe.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldSettingsTest {

    private static final String OF_BROKER = """
            {"addressFullMessagePolicy":"PAGE","maxSizeBytes":33554432,"pageSizeBytes":2097152,
             "maxDeliveryAttempts":6,"redeliveryDelay":5000,"redeliveryMultiplier":2.0,"maxRedeliveryDelay":300000,
             "deadLetterAddress":"lethe.dead","expiryAddress":"lethe.expired","autoCreateQueues":false}
            """;

    private final ToldSettings told = new ToldSettings(PolicyJson.parse(OF_BROKER), false);

    @Test
    void whatTheBrokerHasShouldBeReadAsAPolicy() {
        assertThat(told.policy(0, 0)).isEqualTo(Policies.usual().policy());
    }

    @Test
    void whatTheBrokerDoesNotSayShouldBeItsOwnDefault() {
        Policy policy = new ToldSettings(PolicyJson.parse("{\"redeliveryDelay\": 700}"), true).policy(3, 0);

        assertThat(policy).isEqualTo(new Policy(10, 700, 1, 0, 7_000, 0, 3, 0, true, -1, 10L << 20, "PAGE"));
    }

    @Test
    void whatNoPolicyHasShouldStayAsItIs() {
        ToldSettings changed = told.with(Policies.usual()
                .attempts(3)
                .waits(200, 1.5, 0.1, 1_000)
                .expiry(60_000)
                .work(0, 0, true)
                .policy());

        assertThat(changed.address().getString("deadLetterAddress")).isEqualTo("lethe.dead");
        assertThat(changed.address().getBoolean("autoCreateQueues")).isFalse();
        assertThat(changed.address().getInt("maxDeliveryAttempts")).isEqualTo(3);
        assertThat(changed.address().getJsonNumber("redeliveryMultiplier").doubleValue())
                .isEqualTo(1.5);
        assertThat(changed.address()
                        .getJsonNumber("redeliveryCollisionAvoidanceFactor")
                        .doubleValue())
                .isEqualTo(0.1);
        assertThat(changed.address().getInt("expiryDelay")).isEqualTo(60_000);
        assertThat(changed.paused()).isTrue();
        assertThat(told.with(Policies.usual().policy()).address().getInt("expiryDelay"))
                .isEqualTo(-1);
    }

    @Test
    void numbersShouldBeTheSameHoweverTheyAreWritten() {
        ToldSettings same =
                new ToldSettings(PolicyJson.parse(OF_BROKER.replace("2.0", "2").replace("300000", "3e5")), false);

        assertThat(told.isSameAs(same)).isTrue();
        assertThat(told.differencesTo(same)).isEmpty();
    }

    @Test
    void everyDifferenceShouldBeNamedAlsoOfWhatNoPolicyHas() {
        ToldSettings other = new ToldSettings(
                PolicyJson.parse(OF_BROKER
                        .replace("5000", "1")
                        .replace("lethe.dead", "elsewhere")
                        .replace("\"autoCreateQueues\":false", "\"pageLimitBytes\":7")),
                true);

        assertThat(told.isSameAs(other)).isFalse();
        assertThat(told.differencesTo(other).stream().map(one -> one.member() + " " + one.from() + " " + one.to()))
                .containsExactly(
                        "delayMillis 5000 1",
                        "paused false true",
                        "deadLetterAddress \"lethe.dead\" \"elsewhere\"",
                        "autoCreateQueues false null",
                        "pageLimitBytes null 7");
    }
}
