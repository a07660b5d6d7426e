package org.lethe.it;

import java.util.Collections;
import org.assertj.core.api.AbstractAssert;

/** Sentences about a failure. */
public final class FailureAssert extends AbstractAssert<FailureAssert, Failure> {
    FailureAssert(Failure actual) {
        super(actual, FailureAssert.class);
    }

    public FailureAssert is(String state) {
        return has("state", state, actual.state());
    }

    public FailureAssert isOfKind(String kind) {
        return has("kind", kind, actual.kind());
    }

    public FailureAssert isOnStorage(String storage) {
        return has("storage", storage, actual.storage());
    }

    public FailureAssert isOnQueue(String queue) {
        return has("queue", queue, actual.queue());
    }

    public FailureAssert hasCause(String cause) {
        return has("cause", cause, actual.cause());
    }

    /** It is about so many files. */
    public FailureAssert isAbout(int files) {
        return has(
                "files", Integer.toString(files), Integer.toString(actual.json().getInt("files")));
    }

    /** Its timeline tells of so many attempts. */
    public FailureAssert hasAttempts(int attempts) {
        int told = Collections.frequency(actual.timeline(), "attempt failed");
        return has("attempts", Integer.toString(attempts), Integer.toString(told));
    }

    /** Its timeline tells this, in this order, whatever else it tells in between. */
    public FailureAssert tells(String... events) {
        int from = 0;
        for (String event : events) {
            int at = actual.timeline().subList(from, actual.timeline().size()).indexOf(event);
            if (at < 0) {
                failWithMessage("Expected '%s' in the timeline %s, after what goes before", event, actual.timeline());
            }
            from += at + 1;
        }
        return this;
    }

    private FailureAssert has(String what, String expected, String found) {
        if (!found.equals(expected)) {
            failWithMessage("Expected the %s %s, but it is %s in %s", what, expected, found, actual.json());
        }
        return this;
    }
}
