/**
 * How much one may ask for, and how much this node takes on at once. Each owner has so many requests of each kind a second,
 * and who has not logged in so many from each address; what is more is answered 429. Each kind of request has places, in
 * which it is carried out, and a short queue; what finds neither is answered 503 at once, so that nobody waits for
 * nothing, and uploads never keep a read or a delete from being answered. A place is held while a body comes, so a body has to come
 * in time. Both say with {@code Retry-After} when to come
 * again. Each node counts for itself, in memory.
 *
 * <p>Entry: {@link org.lethe.limits.AdmitRequests}. What is asked of a node to operate it (health, metrics) lies outside of
 * it. This package knows requests by their method and path only.
 */
package org.lethe.limits;
