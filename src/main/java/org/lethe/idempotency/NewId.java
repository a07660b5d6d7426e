package org.lethe.idempotency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of what a request makes. With an {@code Idempotency-Key} it is the one that was reserved for that key, so that
 * what was made is found again though its answer was lost. For the time of one HTTP request, on its thread.
 */
@RequestScoped
public class NewId {

    private Reservation held;
    private boolean given;
    private int status;
    private HashedBody body;

    /** An id that rises with time; each call gives another. */
    public UUID next() {
        if (held == null || given) {
            return UuidCreator.getTimeOrderedEpoch();
        }
        given = true;
        return held.madeId();
    }

    /**
     * The id of what an earlier request with this key may have made; nobody knows, so look. Empty when there was no such
     * request.
     */
    public Optional<UUID> earlier() {
        return Optional.ofNullable(held).filter(Reservation::takenUp).map(Reservation::madeId);
    }

    void hold(Reservation reservation) {
        held = reservation;
    }

    Optional<Reservation> held() {
        return Optional.ofNullable(held);
    }

    void succeededWith(int newStatus) {
        status = newStatus;
    }

    /** 0 while it has not succeeded. */
    int status() {
        return status;
    }

    void comesWith(HashedBody newBody) {
        body = newBody;
    }

    /** Empty when what was asked for is known without it. */
    Optional<HashedBody> body() {
        return Optional.ofNullable(body);
    }

    void letGo() {
        held = null;
    }
}
