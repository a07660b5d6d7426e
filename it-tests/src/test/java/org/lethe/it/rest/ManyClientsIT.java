package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.bench.load.Load;
import org.lethe.bench.load.LoadPlan;
import org.lethe.bench.load.Owners;
import org.lethe.bench.load.Tally;
import org.lethe.it.Lethe;

@DisplayName("However many clients there are, each request is done or refused in time, and nobody loses anything")
class ManyClientsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static List<String> accounts;

    @BeforeAll
    static void accounts() throws IOException {
        accounts = Owners.make(lethe.url(), lethe.installation().adminPassword(), 4);
    }

    @Test
    void manyPeopleShouldNotNoticeEachOther(TestReporter reporter) throws Exception {
        Tally tally = withoutLoss(LoadPlan.people(40, Duration.ofSeconds(6)), reporter);

        assertThat(tally.refusalMillis()).isEmpty();
    }

    @Test
    void farTooManyShouldBeRefusedAndToldWhenToComeAgain(TestReporter reporter) throws Exception {
        Tally tally = withoutLoss(LoadPlan.rush(1000, Duration.ofSeconds(5)), reporter);

        assertThat(tally.refusalMillis()).isNotEmpty();
    }

    private static Tally withoutLoss(LoadPlan plan, TestReporter reporter) throws IOException, InterruptedException {
        try (Load load = new Load(lethe.url(), accounts, plan)) {
            Tally tally = load.run();
            reporter.publishEntry(Map.of("tally", tally.toString()));

            assertThat(tally.faults())
                    .as("neither done nor told when to come again")
                    .isEmpty();
            assertThat(tally.millis(Tally.Kind.CREATE)).isNotEmpty();
            lethe.invariants().awaitQuiet().assertHolds();
            assertThat(load.brokenPromises()).isEmpty();
            return tally;
        }
    }
}
