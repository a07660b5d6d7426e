package org.lethe.reply;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.UUID;
import org.lethe.event.CloudEvent;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemJson;

/** Answers who asked by a message, in the transaction of what it tells of. */
@Dependent
public class AnswerRequesters {

    private static final int VERSION = 1;

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final AcceptedRequests requests;
    private final ReplyMessages messages;

    @Inject
    AnswerRequesters(AcceptedRequests requests, ReplyMessages messages) {
        this.requests = requests;
        this.messages = messages;
    }

    /**
     * Tells that a request was accepted.
     *
     * @param state the deletion's: it may be held, or under way since before
     */
    public void accepted(Requester requester, UUID deletion, String state) {
        JsonObject accepted = JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("type", "accepted")
                .add("deletionId", deletion.toString())
                .add("state", state)
                .build();
        messages.send(requester, "accepted", accepted.toString());
    }

    /**
     * Tells that a request was refused, and nothing was done.
     *
     * @param request what was refused: the queue on which it came
     */
    public void refused(Requester requester, Problem problem, String request) {
        JsonObject refused = JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("type", "refused")
                .add("problem", ProblemJson.of(problem, request))
                .build();
        messages.send(requester, "refused", refused.toString());
    }

    /** Tells everybody who waits for the end of a deletion. */
    public void ended(UUID deletion, CloudEvent event) {
        requests.requestersOf(deletion).forEach(requester -> ended(requester, event));
    }

    /** Tells one of them. */
    public void ended(Requester requester, CloudEvent event) {
        messages.send(requester, "ended", event.json());
    }
}
