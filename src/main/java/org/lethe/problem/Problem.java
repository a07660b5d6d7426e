package org.lethe.problem;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A problem as the client reads it (RFC 9457). Immutable. The factories that take a slug take one of
 * {@code ProblemTypes}, which has its title and explanation.
 *
 * @param slug the stable name of the kind of problem; {@code type} is {@code /problems/<slug>}
 * @param status the HTTP status
 * @param detail what happened this time, for a person
 * @param errors every field that is wrong, at once
 * @param retryAfter when it is worth to try again; whole seconds are sent
 * @param location where the client can look what came of it
 * @param extra further members: text, numbers, booleans, lists and maps of such, JSON
 */
public record Problem(
        String slug,
        int status,
        String detail,
        List<FieldError> errors,
        Optional<Duration> retryAfter,
        Optional<URI> location,
        Map<String, Object> extra) {

    private static final String OUTCOME_UNKNOWN = "outcome-unknown";

    public Problem {
        requireNonNull(slug);
        requireNonNull(detail);
        errors = List.copyOf(errors);
        requireNonNull(retryAfter);
        requireNonNull(location);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** A problem without any of the optional parts. */
    public static Problem of(String slug, int status, String detail) {
        return new Problem(slug, status, detail, List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** 400: the request as a whole cannot be read. */
    public static Problem malformed(String detail) {
        return malformed(detail, List.of());
    }

    /** 400: these fields are wrong; list all of them at once. */
    public static Problem malformed(String detail, List<FieldError> errors) {
        return of("malformed", 400, detail).withErrors(errors);
    }

    /** 401. */
    public static Problem unauthorized() {
        return of("unauthorized", 401, "Valid credentials are needed.");
    }

    /** 403. */
    public static Problem forbidden() {
        return of("forbidden", 403, "The roles of this account do not allow this.");
    }

    /** 404: also for what belongs to another owner, in the same words. */
    public static Problem notFound(String kind, UUID id) {
        return notFound("There is no %s %s.".formatted(kind, id));
    }

    /** 404. */
    public static Problem notFound(String detail) {
        return of("not-found", 404, detail);
    }

    /** 408: the body, or the next part of it, was not here in time. */
    public static Problem tooSlow(Duration limit) {
        return of(
                        "too-slow",
                        408,
                        "The body did not come within the %d seconds that it may take. The connection is closed."
                                .formatted(limit.toSeconds()))
                .withExtra(Map.of("seconds", limit.toSeconds()));
    }

    /** 409: it does not fit the present state. */
    public static Problem conflict(String slug, String detail) {
        return of(slug, 409, detail);
    }

    /** 412: {@code If-Match} names another version than the present one. */
    public static Problem preconditionFailed(String detail) {
        return of("precondition-failed", 412, detail);
    }

    /** 413. */
    public static Problem tooLarge(long maxBytes) {
        return of("too-large", 413, "At most %d bytes are accepted.".formatted(maxBytes))
                .withExtra(Map.of("maxBytes", maxBytes));
    }

    /** 415. */
    public static Problem unsupportedMediaType(String detail) {
        return of("unsupported-media-type", 415, detail);
    }

    /**
     * 422: well-formed, but not acceptable.
     *
     * @param extra further members of the answer: text, numbers, booleans, lists and maps of such
     */
    public static Problem unprocessable(String slug, String detail, Map<String, Object> extra) {
        return of(slug, 422, detail).withExtra(extra);
    }

    /** 428: {@code If-Match} is missing where it is required. */
    public static Problem preconditionRequired(String detail) {
        return of("precondition-required", 428, detail);
    }

    /** 503: nothing was done; the client may come again. */
    public static Problem unavailable(String slug, String detail, Duration retryAfter) {
        return of(slug, 503, detail).withRetryAfter(retryAfter);
    }

    /** 503: it may have happened or not; the client can look there. */
    public static Problem outcomeUnknown(URI resource) {
        return outcomeUnknown().withLocation(resource).withExtra(Map.of("resource", resource.toString()));
    }

    /** Whether a body that was made of a problem says that the outcome is not known. */
    public static boolean isOutcomeUnknown(Object body) {
        return body instanceof String json && json.contains(ProblemPages.PATH + OUTCOME_UNKNOWN);
    }

    static Problem outcomeUnknown() {
        return unavailable(
                OUTCOME_UNKNOWN,
                "The connection was lost while committing. It may have happened or not; it settles by itself.",
                Duration.ofSeconds(5));
    }

    public Problem withErrors(List<FieldError> newErrors) {
        return new Problem(slug, status, detail, newErrors, retryAfter, location, extra);
    }

    public Problem withRetryAfter(Duration newRetryAfter) {
        return new Problem(slug, status, detail, errors, Optional.of(newRetryAfter), location, extra);
    }

    public Problem withLocation(URI newLocation) {
        return new Problem(slug, status, detail, errors, retryAfter, Optional.of(newLocation), extra);
    }

    /** With more members in the answer. */
    public Problem withExtra(Map<String, Object> newExtra) {
        return new Problem(slug, status, detail, errors, retryAfter, location, newExtra);
    }

    /** A reference relative to the server's root, where a plain explanation can be read. */
    public URI type() {
        return URI.create(ProblemPages.PATH + slug);
    }

    public String title() {
        return ProblemTypes.title(slug, status);
    }

    /** To be thrown: {@code throw Problem.forbidden().exception()}. */
    public ProblemException exception() {
        return exception(null);
    }

    /** To be thrown because of this. */
    public ProblemException exception(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
