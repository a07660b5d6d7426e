package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.stream.StreamEvent;

class OverviewTellingTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final Sampled now =
            Sampled.at(NOW).waiting(5).gone(7).failures(2, 30).changes("c1");

    @Test
    void whoeverComesFirstShouldBeToldEverythingAndNothingAsNew() {
        List<StreamEvent> events = telling(now).since(null);

        assertThat(events).extracting(StreamEvent::name).containsExactly("overview", "deletions", "failures");
        assertThat(events.get(2).data()).isEqualTo(new OverviewTelling.Failures(2, 30, 0));
        assertThat(events.get(2).id()).isEqualTo(telling(now).id());
    }

    @Test
    void whoeverHasSeenAllShouldBeToldNothing() {
        Sampled later = Sampled.at(NOW.plusSeconds(2))
                .waiting(5)
                .gone(7)
                .failures(2, 30)
                .changes("c1");

        assertThat(telling(later).since(telling(now).id())).isEmpty();
        assertThat(telling(later).id()).isEqualTo(telling(now).id());
    }

    @Test
    void whoeverComesAgainShouldBeToldWhatHasChangedAndHowManyFailuresAreNew() {
        OverviewTelling later = telling(now.failures(13, 42));

        List<StreamEvent> events = later.since(telling(now).id());

        assertThat(events).extracting(StreamEvent::name).containsExactly("overview", "failures");
        assertThat(events.get(1).data()).isEqualTo(new OverviewTelling.Failures(13, 42, 12));
    }

    @Test
    void aStreamThatBrokeBetweenTwoEventsShouldGoOnWithTheSecond() {
        OverviewTelling later = telling(now.failures(13, 42).changes("c2"));
        List<StreamEvent> events = later.since(telling(now).id());

        List<StreamEvent> rest = later.since(events.get(1).id());

        assertThat(events).extracting(StreamEvent::name).containsExactly("overview", "deletions", "failures");
        assertThat(rest).containsExactly(events.get(2));
    }

    @Test
    void aFirstStreamThatBrokeShouldNotCallOldFailuresNew() {
        StreamEvent first = telling(now).since(null).get(0);

        List<StreamEvent> rest = telling(now).since(first.id());

        assertThat(rest.get(1).data()).isEqualTo(new OverviewTelling.Failures(2, 30, 0));
    }

    @Test
    void anIdThatIsNotOursShouldHaveSeenNothing() {
        for (String id : List.of("", "1", "REMOVING-3-0", "a.b.c.d", "..99999999999999999999.", "x".repeat(10_000))) {
            assertThat(telling(now).since(id)).hasSize(3);
        }
    }

    @Test
    void aFailureThatWasSettledShouldBeToldToo() {
        List<StreamEvent> events =
                telling(now.failures(1, 30)).since(telling(now).id());

        assertThat(events).last().extracting(StreamEvent::data).isEqualTo(new OverviewTelling.Failures(1, 30, 0));
    }

    private static OverviewTelling telling(Sampled sampled) {
        Sample sample = sampled.sample();
        OverviewView view = new OverviewView(
                sample.at(),
                "api-001",
                2,
                true,
                true,
                NOW,
                OverviewView.OfConservation.of(sample.count(), 0, 0),
                sample.work().deletions(),
                List.of(),
                List.of(),
                sample.work().failures(),
                List.of(),
                Series.of(List.of(), NOW));
        return OverviewTelling.of(view, sample.work());
    }
}
