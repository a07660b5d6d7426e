package org.lethe.bench.load;

import java.util.Map;
import java.util.Optional;

/**
 * What the server answered.
 *
 * @param headers by their names in lower case
 * @param text the body, of which only what is ASCII is looked at
 */
public record Reply(int status, Map<String, String> headers, String text) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Told to come again, and when. */
    boolean isRefused() {
        return (status == 503 || status == 429) && retryAfterSeconds().isPresent();
    }

    Optional<Integer> retryAfterSeconds() {
        return Optional.ofNullable(headers.get("retry-after")).map(Integer::valueOf);
    }

    boolean isLast() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }

    /** The id at the end of {@code Location}. */
    public String locatedId() {
        String location = headers.get("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
