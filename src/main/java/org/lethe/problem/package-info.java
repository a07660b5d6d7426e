/**
 * What a client is told when something is not as it wished: problem details (RFC 9457), the same from every place.
 *
 * <p>Entry: {@link org.lethe.problem.ProblemException}, thrown with one of the factories of
 * {@link org.lethe.problem.Problem}; {@link org.lethe.problem.ProblemTranslator} for exceptions that know nothing of
 * HTTP. This package knows the log and the ids of requests, and must not know any other package of Lethe.
 */
package org.lethe.problem;
