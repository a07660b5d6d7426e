package org.lethe.errorpolicy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.change.BodyMembers;
import org.lethe.change.Reason;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What people send: a policy, and why they want it. */
record WantedPolicy(ErrorPolicy policy, String reason) {

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is not such a body, 422 when it cannot be set; each with all that is wrong
     */
    static WantedPolicy of(JsonValue body, Instant now) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        ErrorPolicy policy = policy(members, top);
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        List<FieldError> faults = new ArrayList<>(ErrorPolicyRules.faults(policy, now));
        faults.addAll(Reason.faultsOf(reason));
        refuse(faults);
        return new WantedPolicy(policy, reason.strip());
    }

    /** The policy of a body that wants to know only; as {@link #of}, without a reason. */
    static ErrorPolicy draft(JsonValue body, Instant now) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        ErrorPolicy policy = policy(members, top);
        top.nothingElse();
        members.check();
        refuse(ErrorPolicyRules.faults(policy, now));
        return policy;
    }

    /** @throws ProblemException 422 when it says nothing */
    static String reason(String reason) {
        refuse(Reason.faultsOf(reason == null ? "" : reason));
        return reason.strip();
    }

    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("unprocessable", "This cannot be set, so nothing was changed.", Map.of())
                    .withErrors(faults)
                    .exception();
        }
    }

    private static ErrorPolicy policy(BodyMembers members, BodyMembers.Of top) {
        JsonObject document = top.object("policy");
        return document == null ? null : ErrorPolicyJson.read(members, document, "policy.");
    }

    private static JsonObject object(JsonValue body) {
        if (body instanceof JsonObject object) {
            return object;
        }
        throw Problem.malformed("The operation takes a JSON object.").exception();
    }
}
