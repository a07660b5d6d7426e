package org.lethe.redelivery;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.change.BodyMembers;
import org.lethe.change.Reason;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Bodies of what people want done with a queue's policy. Each says why. */
final class WantedChange {

    private static final Set<String> SIDES = Set.of("stored", "broker");

    private WantedChange() {}

    /** A whole document in the place of the present one. */
    record Put(Policy policy, String reason) {}

    /** Which side of a drift counts: what is {@code stored}, or what the {@code broker} has. */
    record Settle(String keep, String reason) {}

    /**
     * @throws ProblemException 400 when it is not such a body, 422 when it cannot be set; each with all that is wrong
     */
    static Put put(ManagedQueue queue, JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        JsonObject document = top.object("policy");
        Policy policy = document == null ? null : PolicyJson.read(members, document, "policy.");
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        List<FieldError> faults = new ArrayList<>(PolicyRules.faults(queue, policy));
        faults.addAll(Reason.faultsOf(reason));
        refuse(faults);
        return new Put(policy, reason.strip());
    }

    /** The policy of a body that wants to know only; as {@link #put}, without a reason. */
    static Policy preview(ManagedQueue queue, JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        JsonObject document = top.object("policy");
        Policy policy = document == null ? null : PolicyJson.read(members, document, "policy.");
        top.nothingElse();
        members.check();
        refuse(PolicyRules.faults(queue, policy));
        return policy;
    }

    /** @throws ProblemException 400 or 422 */
    static String reason(JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        refuse(Reason.faultsOf(reason));
        return reason.strip();
    }

    /** @throws ProblemException 400 or 422 */
    static Settle settle(JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        String keep = top.text("keep");
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        List<FieldError> faults = new ArrayList<>();
        if (!SIDES.contains(keep)) {
            faults.add(new FieldError("keep", "must be 'stored' or 'broker'"));
        }
        faults.addAll(Reason.faultsOf(reason));
        refuse(faults);
        return new Settle(keep, reason.strip());
    }

    /** @throws ProblemException 422 when there is any */
    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("unprocessable", "This cannot be set, so nothing was changed.", Map.of())
                    .withErrors(faults)
                    .exception();
        }
    }

    private static JsonObject object(JsonValue body) {
        if (body instanceof JsonObject object) {
            return object;
        }
        throw Problem.malformed("The operation takes a JSON object.").exception();
    }
}
