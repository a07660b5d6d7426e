package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.broker.QueueDepth;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;
import org.lethe.storage.StorageId;

class LostMessagesTest {

    private final LostMessages lost = new LostMessages();
    private int second;

    @Test
    void filesThatWaitWithoutAMessageShouldBeToldWhenTheyAreFoundTwice() {
        assertThat(lost.in(sample(7, Map.of()))).isEmpty();
        assertThat(lost.in(sample(5, Map.of()))).containsExactly(Map.entry(StorageId.BACKUP, 5L));
        assertThat(lost.in(sample(0, Map.of()))).isEmpty();
    }

    @Test
    void aMessageAnywhereMayBeTheirs() {
        for (String queue : List.of(Queues.BACKUP, Queues.DEAD, Queues.EXPIRED)) {
            lost.in(sample(7, Map.of()));
            assertThat(lost.in(sample(7, Map.of(queue, 1L)))).as(queue).isEmpty();
        }
        lost.in(sample(7, Map.of()));
        assertThat(lost.in(sample(7, Map.of(Queues.MAIN, 1L)))).hasSize(1);
    }

    /** It was made before the broker was asked: what waited then may have been done since. */
    @Test
    void aCountThatIsNotNewShouldSayNothingNew() {
        Sample first = sample(7, Map.of());
        lost.in(first);
        assertThat(lost.in(first)).isEmpty();
        Sample second = sample(7, Map.of());
        assertThat(lost.in(second)).hasSize(1);
        assertThat(lost.in(second)).hasSize(1);
    }

    @Test
    void nobodyShouldBeAlarmedWhileTheBrokerDoesNotAnswer() {
        Sample well = sample(7, Map.of());
        lost.in(well);
        Sample away = new Sample(
                well.at(),
                well.queues(),
                well.queuesAt(),
                false,
                true,
                sample(7, Map.of()).count(),
                well.work(),
                Map.of(),
                List.of());

        assertThat(lost.in(away)).isEmpty();
        assertThat(lost.in(sample(7, Map.of()))).isEmpty();
    }

    /** Files that wait on the backup for long, and what the queues hold that are not empty. */
    private Sample sample(long late, Map<String, Long> messages) {
        Instant at = Instant.EPOCH.plusSeconds(++second);
        Sample sample = Sampled.at(at).sample();
        Conservation.Count count = new Conservation.Count(
                at,
                Duration.ofMillis(3),
                late,
                new Conservation.Files(0, 0, 0, 0, 0),
                new Conservation.Files(late, 0, 0, 0, late),
                0,
                0,
                0);
        Map<String, QueueFigures> queues = Stream.of(Queues.MAIN, Queues.BACKUP, Queues.DEAD, Queues.EXPIRED)
                .collect(Collectors.toMap(queue -> queue, queue -> queue(queue, messages.getOrDefault(queue, 0L))));
        return new Sample(at, queues, Optional.of(at), true, true, count, sample.work(), Map.of(), List.of());
    }

    private static QueueFigures queue(String name, long messages) {
        return new QueueFigures(new QueueDepth(name, messages, 0, 0, 1), false, 0, 0, 0, 0, null);
    }
}
