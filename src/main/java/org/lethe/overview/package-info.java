/**
 * What operators see of the whole: the queues with their rates, whether everything adds up, all deletions, what needs a
 * person, and all of that live.
 *
 * <p>Every figure that costs a question is asked once for all who look ({@link org.lethe.overview.Samples}), and no question
 * is asked more often than its own cost allows ({@code Paced}). Entries: {@link org.lethe.overview.OverviewResource},
 * {@link org.lethe.overview.EventsResource}. Changes nothing but for a queue's pause; nobody but {@code ops} knows it.
 */
package org.lethe.overview;
