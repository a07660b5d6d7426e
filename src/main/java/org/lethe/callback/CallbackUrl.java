package org.lethe.callback;

import java.util.List;
import java.util.Optional;
import org.lethe.outbound.OutboundUrl;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.CallbackSettings;

/**
 * Where an owner wants to be called back. What can be told of it without looking up its name is checked: where it really
 * leads is decided when it is called.
 */
public record CallbackUrl(String text) {

    private static final String FIELD = "callback.url";

    /**
     * Reads the URL of a request.
     *
     * @throws ProblemException 422 when it is not one that is called, or nobody is called back here
     */
    public static CallbackUrl of(String text, CallbackSettings settings) {
        if (settings.key().isEmpty()) {
            throw CallbackSecrets.notSetUp().exception();
        }
        fault(text, settings).ifPresent(rule -> {
            throw Problem.of("callback-refused", 422, "Nothing was deleted: " + FIELD + " " + rule + ".")
                    .withErrors(List.of(new FieldError(FIELD, rule)))
                    .exception();
        });
        return new CallbackUrl(text);
    }

    static Optional<String> fault(String text, CallbackSettings settings) {
        return OutboundUrl.fault(text, PostCallback.rules(settings));
    }
}
