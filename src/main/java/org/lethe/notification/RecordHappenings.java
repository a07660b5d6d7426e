package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lethe.failure.FailureOpened;

/**
 * Writes down what people may have to be told, in the transaction in which it happens: it is told if and only if it happened.
 * Whom, and when, is decided later, so that nothing waits for it here.
 */
@Dependent
public class RecordHappenings {

    private final Happenings happenings;

    @Inject
    RecordHappenings(Happenings happenings) {
        this.happenings = happenings;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void failure(@Observes FailureOpened opened) {
        String storage = Optional.ofNullable(opened.storage()).orElse("");
        happenings.add(
                Happenings.FAILURE_OPENED,
                new Group(Subject.FAILURES, opened.kind().name(), storage, opened.cause()),
                "");
    }
}
