package org.lethe.requester;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.broker.Queues;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.problem.Problem;
import org.lethe.reply.AnswerRequesters;

/**
 * Gives up a request that the broker has given up, in the transaction that takes it from the dead letters: a person sees it,
 * and who asked is told that it was not carried out. Should an attempt at it be in doubt just then and be committed later,
 * its own replies follow.
 */
@Dependent
class GiveUpRequest {

    private static final Duration COME_AGAIN = Duration.ofMinutes(1);

    private final AnswerRequesters answer;
    private final Event<UnreadableMessage> given;

    @Inject
    GiveUpRequest(AnswerRequesters answer, Event<UnreadableMessage> given) {
        this.answer = answer;
        this.given = given;
    }

    void of(ReceivedRequest request) {
        Problem problem = Problem.unavailable(
                "rolled-back", "It could not be carried out, however often it was tried. Send it again.", COME_AGAIN);
        given.fire(RequestText.unanswerable(request, problem));
        request.requester().ifPresent(requester -> answer.refused(requester, problem, '/' + Queues.REQUEST));
    }
}
