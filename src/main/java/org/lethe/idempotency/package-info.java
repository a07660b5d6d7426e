/**
 * A request that makes something may be sent again and is carried out once: the header {@code Idempotency-Key}.
 *
 * <p>Entry: {@link org.lethe.idempotency.Idempotent} at a resource's method, and {@link org.lethe.idempotency.NewId} for
 * the id of what it makes. A row is reserved before the method runs, in a transaction of its own, with the id that what is
 * made will have; the answer is kept in it before the client gets it. So whatever moment a node dies at:
 *
 * <ul>
 *   <li>before the effect is committed: nothing was made. Once the reservation has run out the request is carried out;
 *   <li>after that, before the answer was kept: the row has the id of what was made, and the method finds it and answers
 *       as it would have. Should the effect still be in doubt then, and so not be seen, nothing is made twice: the second
 *       row of the same id is never committed;
 *   <li>after the answer was kept: it is given again.
 * </ul>
 *
 * <p>A reservation lasts for {@code lethe.in-doubt.limit}: longer than any transaction, and after it a branch is settled
 * or the node unhealthy. What a node had reserved before it died is free when it is back, which is after its recovery.
 * Of a body that is not held in memory the SHA-256 is kept with the answer, and whoever is answered alike has sent the same.
 * The effect of an upload is found by the photo's checksum, not by an id. This package knows neither accounts nor what is
 * made.
 */
package org.lethe.idempotency;
