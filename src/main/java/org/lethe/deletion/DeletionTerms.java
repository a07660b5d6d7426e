package org.lethe.deletion;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.callback.CallbackUrl;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.DeletionSettings;

/**
 * On what terms something is deleted.
 *
 * @param restoreWindow how long it can be restored, to the millisecond
 * @param callback who is told when it ends
 */
record DeletionTerms(Duration restoreWindow, Optional<CallbackUrl> callback) {

    private static final String WINDOW = "restoreWindow";

    /**
     * The terms that a request asks for.
     *
     * @param restoreWindow an ISO 8601 duration, or null for the one of the settings
     * @throws ProblemException 400 when it is not a duration; 422 when it is longer than the settings allow
     */
    static DeletionTerms of(String restoreWindow, DeletionSettings settings) {
        if (restoreWindow == null) {
            return new DeletionTerms(settings.restoreWindow(), Optional.empty());
        }
        Duration wanted = duration(restoreWindow);
        if (wanted.compareTo(settings.longestRestoreWindow()) > 0) {
            throw Problem.unprocessable(
                            "restore-window-too-long",
                            "A restore window may be up to " + settings.longestRestoreWindow() + " long; this one is "
                                    + wanted + ". Nothing was deleted.",
                            Map.of("maximum", settings.longestRestoreWindow().toString()))
                    .exception();
        }
        return new DeletionTerms(wanted, Optional.empty());
    }

    /** These, and somebody who is told when it ends. */
    DeletionTerms tellingTo(Optional<CallbackUrl> somebody) {
        return new DeletionTerms(restoreWindow, somebody);
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            throw notAcceptable(notADuration);
        }
        throw notAcceptable(null);
    }

    private static ProblemException notAcceptable(Throwable cause) {
        return Problem.malformed(
                        "The restore window is not a duration, so nothing was deleted.",
                        List.of(new FieldError(WINDOW, "must be an ISO 8601 duration of 0 or longer, as PT1H or P7D")))
                .exception(cause);
    }
}
