package org.lethe.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One field of a request that is not acceptable.
 *
 * @param field its name, or a path such as {@code photoIds[3]}
 * @param message what is wrong with it, for a person
 * @param rule the same for a program, where it is one that programs are told
 */
public record FieldError(String field, String message, Optional<FieldRule> rule) {

    public FieldError {
        requireNonNull(rule);
    }

    /** One that only a person can read. */
    public FieldError(String field, String message) {
        this(field, message, Optional.empty());
    }

    public FieldError(String field, String message, FieldRule rule) {
        this(field, message, Optional.of(rule));
    }
}
