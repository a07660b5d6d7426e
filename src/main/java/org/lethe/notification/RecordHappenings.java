package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lethe.breaker.BreakerChanged;
import org.lethe.breaker.BreakerState;
import org.lethe.errorpolicy.ErrorNoticed;
import org.lethe.errorpolicy.FailureClass;
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

    /** The queue makes no group of its own: the storage says which it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void error(@Observes ErrorNoticed noticed) {
        FailureClass what = noticed.what();
        String storage = Optional.ofNullable(what.storage()).orElse("");
        happenings.add(
                Happenings.ERROR_NOTICED,
                new Group(Subject.ERRORS, what.kind().name(), storage, what.cause()),
                "'" + noticed.policyName() + "': " + noticed.detail());
    }

    /** Only that the storage's queue is held, and that it goes on: what is tried in between would tell nobody anything. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void breaker(@Observes BreakerChanged changed) {
        boolean wasClosed = changed.from() == BreakerState.CLOSED;
        boolean isClosed = changed.to() == BreakerState.CLOSED;
        if (wasClosed != isClosed) {
            Group storage = new Group(Subject.BREAKER, "", changed.storage().wireName(), "");
            happenings.add(isClosed ? Happenings.BREAKER_CLOSED : Happenings.BREAKER_OPENED, storage, changed.why());
        }
    }
}
