package org.lethe.problem;

/**
 * One field of a request that is not acceptable.
 *
 * @param field its name, or a path such as {@code photoIds[3]}
 * @param message what is wrong with it, for a person
 */
public record FieldError(String field, String message) {}
