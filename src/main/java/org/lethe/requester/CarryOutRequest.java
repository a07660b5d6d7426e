package org.lethe.requester;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.Owner;
import org.lethe.account.RecogniseOwner;
import org.lethe.broker.Queues;
import org.lethe.deletion.AcceptRequest;
import org.lethe.deletion.AcceptRequest.Accepted;
import org.lethe.deletion.NewDeletion;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.reply.AcceptedRequests;
import org.lethe.reply.AnswerRequesters;
import org.lethe.reply.KnownRequest;
import org.lethe.reply.RequestKey;
import org.lethe.settings.Secret;

/**
 * Carries out one request in the transaction that takes its message: accepts it and answers so, or refuses it and answers
 * so. The same request a second time, by the key that its owner gave it or by its message, is answered with the deletion
 * that it was given at first.
 */
@Dependent
public class CarryOutRequest {

    private final RecogniseOwner owners;
    private final AcceptRequest accept;
    private final AcceptedRequests requests;
    private final AnswerRequesters answer;
    private final Event<UnreadableMessage> unanswerable;

    @Inject
    CarryOutRequest(
            RecogniseOwner owners,
            AcceptRequest accept,
            AcceptedRequests requests,
            AnswerRequesters answer,
            Event<UnreadableMessage> unanswerable) {
        this.owners = owners;
        this.accept = accept;
        this.requests = requests;
        this.answer = answer;
        this.unanswerable = unanswerable;
    }

    /** @throws NotNowException when it could be neither accepted nor refused; the transaction is to be rolled back */
    void carryOut(ReceivedRequest request) {
        try {
            request.foreignReplyTo().ifPresent(foreign -> {
                throw Problem.malformed("JMSReplyTo must be a queue below lethe.reply.")
                        .exception();
            });
            Owner owner =
                    owners.whoMayDelete(request.token().map(Secret::reveal).orElse(""));
            String text = request.text().orElseThrow(() -> Problem.malformed("The message must be text.")
                    .exception());
            carryOut(request, owner, text);
        } catch (ProblemException refused) {
            if (refused.problem().status() >= 500) {
                throw new NotNowException(refused);
            }
            refuse(request, refused.problem());
        }
    }

    private void carryOut(ReceivedRequest request, Owner owner, String text) {
        RequestKey key = RequestText.key(owner.id(), request);
        NewDeletion wanted = RequestText.read(text);
        String fingerprint = RequestText.fingerprint(text);
        Optional<KnownRequest> earlier = requests.find(key);
        if (earlier.isPresent()) {
            again(request, key, earlier.get(), fingerprint);
            return;
        }
        accept.check(owner, wanted);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        if (requests.add(key, new KnownRequest(id, fingerprint), request.requester())) {
            accepted(request, key, deletion(id, owner, wanted), id);
        } else {
            again(request, key, requests.find(key).orElseThrow(), fingerprint);
        }
    }

    /** From here on something is changed, so that what is refused now is rolled back. */
    private Accepted deletion(UUID id, Owner owner, NewDeletion wanted) {
        try {
            return accept.accept(id, owner, wanted);
        } catch (ProblemException overtaken) {
            throw new NotNowException(overtaken);
        }
    }

    private void accepted(ReceivedRequest request, RequestKey key, Accepted deletion, UUID id) {
        if (!deletion.id().equals(id)) {
            requests.isDoneBy(deletion.id(), key);
        }
        tell(request, deletion);
    }

    private void again(ReceivedRequest request, RequestKey key, KnownRequest earlier, String fingerprint) {
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw Problem.unprocessable(
                            "idempotency-key-reused",
                            "This key was used for another request. Nothing was done.",
                            Map.of())
                    .exception();
        }
        requests.askedAgain(key, request.requester());
        tell(request, accept.found(earlier.deletionId()).orElseThrow());
    }

    private void tell(ReceivedRequest request, Accepted deletion) {
        request.requester().ifPresent(requester -> {
            answer.accepted(requester, deletion.id(), deletion.state());
            if (deletion.isOver()) {
                answer.ended(requester, accept.endOf(deletion.id()));
            }
        });
    }

    private void refuse(ReceivedRequest request, Problem problem) {
        request.requester()
                .ifPresentOrElse(
                        requester -> answer.refused(requester, problem, '/' + Queues.REQUEST),
                        () -> unanswerable.fire(RequestText.unanswerable(request, problem)));
    }
}
