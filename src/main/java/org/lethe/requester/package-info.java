/**
 * Takes requests for deletions that come by a message. Entry: {@link org.lethe.requester.RequestListener}, then
 * {@link org.lethe.requester.CarryOutRequest}. Knows of a deletion how it is accepted, and not how it is carried out.
 */
package org.lethe.requester;
