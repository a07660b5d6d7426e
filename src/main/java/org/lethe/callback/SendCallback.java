package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lethe.log.LogEvent;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.outbound.Signature;
import org.lethe.problem.ProblemException;
import org.lethe.push.RowMessage;

/**
 * Sends one callback and records that it was delivered, in the transaction that takes its message. The row is not locked
 * meanwhile. A node that dies in between has it sent again, with the same id.
 */
@Dependent
public class SendCallback {

    private final Callbacks callbacks;
    private final CallbackSecrets secrets;
    private final PostCallback post;

    @Inject
    SendCallback(Callbacks callbacks, CallbackSecrets secrets, PostCallback post) {
        this.callbacks = callbacks;
        this.secrets = secrets;
        this.post = post;
    }

    /**
     * Sends what a message names, if it is still due.
     *
     * @throws NotDeliveredException when it was not taken, or its row cannot be seen yet; the broker delivers it again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(RowMessage message) {
        if (!callbacks.isVisible(message)) {
            throw new NotDeliveredException("no row yet for a callback; it is delivered again");
        }
        callbacks.due(message).ifPresent(due -> send(message, due));
    }

    private void send(RowMessage message, DueCallback due) {
        int status = post.post(due.url(), signed(due), due.body());
        if (status >= 200 && status < 300) {
            callbacks.delivered(message);
        } else if (status == HttpURLConnection.HTTP_GONE) {
            callbacks.refused(message, "answered 410, which asks for no other attempt");
            LogEvent.CALLBACK_GIVEN_UP.log(message.id());
        } else {
            boolean redirects = status >= 300 && status < 400;
            throw new NotDeliveredException(
                    "answered " + status + (redirects ? ", and redirects are not followed" : ""));
        }
    }

    private Map<String, String> signed(DueCallback due) {
        return Signature.headers(keys(due), due.eventId().toString(), Instant.now(), due.body());
    }

    /** The installation had a key when it was asked for. */
    private List<String> keys(DueCallback due) {
        try {
            return secrets.of(due.owner());
        } catch (ProblemException noKey) {
            throw new NotDeliveredException("this installation has no key to sign it with any more", noKey);
        }
    }
}
