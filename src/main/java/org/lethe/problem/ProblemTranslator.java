package org.lethe.problem;

import java.util.Optional;

/**
 * Tells what an exception of a package means to the client, for exceptions that know nothing of HTTP. Every CDI bean of
 * this type is asked, for the exception and then for each of its causes; the first answer counts.
 */
@FunctionalInterface
public interface ProblemTranslator {

    /** The problem, or empty when the exception is not one that this translator knows. Must not throw. */
    Optional<Problem> translate(Throwable exception);
}
