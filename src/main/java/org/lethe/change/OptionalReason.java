package org.lethe.change;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.problem.StrictJson;

/** Why a person does something, of operations that take a reason but do not ask for one. */
public final class OptionalReason {

    private OptionalReason() {}

    /**
     * Of a body that may be absent, as may be its only member.
     *
     * @throws ProblemException 400 with all that is wrong with it
     */
    public static Optional<String> inBody(String body) {
        if (body == null || body.isBlank()) {
            return Optional.empty();
        }
        JsonObject object = StrictJson.object(body, Object.class);
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object, "");
        Optional<String> reason = top.textIfThere("reason");
        top.nothingElse();
        members.check();
        return sayable(reason);
    }

    /**
     * Of a query's parameter {@code reason}.
     *
     * @param parameter null when there is none
     * @throws ProblemException 400 that says what is wrong with it
     */
    public static Optional<String> inQuery(String parameter) {
        return sayable(Optional.ofNullable(parameter));
    }

    private static Optional<String> sayable(Optional<String> reason) {
        List<FieldError> faults = reason.map(Reason::faultsOf).orElse(List.of());
        if (!faults.isEmpty()) {
            throw Problem.malformed("This is no reason, so nothing was done.", faults)
                    .exception();
        }
        return reason.map(String::strip);
    }
}
