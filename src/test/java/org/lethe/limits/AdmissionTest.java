package org.lethe.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.settings.AdmissionSettings;

class AdmissionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void whoFindsNeitherPlaceNorQueueShouldBeRefusedAtOnce() {
        Admission admission = new Admission(settings(0, LONG));

        assertThat(admission.isFull(RequestKind.UPLOADS)).isFalse();
        assertThat(admission.enter(RequestKind.UPLOADS)).isPresent();
        assertThat(admission.enter(RequestKind.UPLOADS)).isEmpty();
        assertThat(admission.isFull(RequestKind.UPLOADS)).isTrue();
    }

    @Test
    void uploadsShouldNotTakeThePlacesOfOthers() {
        Admission admission = new Admission(settings(0, LONG));
        assertThat(admission.enter(RequestKind.UPLOADS)).isPresent();

        assertThat(admission.enter(RequestKind.READS)).isPresent();
        assertThat(admission.enter(RequestKind.DELETES)).isPresent();
    }

    @Test
    void whoWaitsShouldHaveThePlaceThatBecomesFree() {
        Admission admission = new Admission(settings(1, LONG));
        Admission.Place first = admission.enter(RequestKind.READS).orElseThrow();
        CompletableFuture<Optional<Admission.Place>> second =
                CompletableFuture.supplyAsync(() -> admission.enter(RequestKind.READS));
        Awaitility.await().until(() -> admission.waiting(RequestKind.READS) == 1);

        assertThat(admission.enter(RequestKind.READS)).isEmpty();
        first.leave();

        assertThat(second.join()).isPresent();
    }

    @Test
    void whoHasWaitedTooLongShouldBeRefused() {
        Admission admission = new Admission(settings(1, Duration.ofMillis(20)));
        assertThat(admission.enter(RequestKind.READS)).isPresent();

        assertThat(admission.enter(RequestKind.READS)).isEmpty();
        assertThat(Admission.refusal(RequestKind.READS).retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private static AdmissionSettings settings(int queue, Duration patience) {
        return new AdmissionSettings(1, 1, 1, 1, 1, queue, patience, LONG, LONG);
    }
}
