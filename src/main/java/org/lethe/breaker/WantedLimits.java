package org.lethe.breaker;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.change.BodyMembers;
import org.lethe.change.Reason;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;

/** The limits that an administrator wants, and why. The body is whole: nothing that is not there stays as it was. */
record WantedLimits(BreakerLimits limits, String reason) {

    /** @throws org.lethe.problem.ProblemException 400 when it is not such a body, 422 when it cannot be set; with all that is wrong */
    static WantedLimits of(JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        JsonObject document = top.object("limits");
        BreakerLimits limits = document == null ? null : limits(members.of(document, "limits."));
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        List<FieldError> faults = new ArrayList<>(limits.faults("limits."));
        faults.addAll(Reason.faultsOf(reason));
        refuse(faults);
        return new WantedLimits(limits, reason.strip());
    }

    /** @throws org.lethe.problem.ProblemException 400 or 422 */
    static String reason(JsonValue body) {
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object(body), "");
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        refuse(Reason.faultsOf(reason));
        return reason.strip();
    }

    private static BreakerLimits limits(BodyMembers.Of members) {
        BreakerLimits limits = new BreakerLimits(
                members.integer("errors"),
                members.whole("windowMillis"),
                members.whole("probeIntervalMillis"),
                members.whole("longestProbeIntervalMillis"),
                members.integer("successes"));
        members.nothingElse();
        return limits;
    }

    private static void refuse(List<FieldError> faults) {
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
