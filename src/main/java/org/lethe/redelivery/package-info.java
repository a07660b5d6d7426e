/**
 * How failing messages are tried again, queue by queue: what is set, what comes of it, who changed it and why.
 *
 * <p>A {@link org.lethe.redelivery.Policy} is a document of which every version is kept. It is told to the broker whole
 * once it is committed, and held against what the broker really has from then on ({@code SettleWithBroker}): what was not
 * told yet is told, what somebody changed at the broker by hand is a drift that a person settles. What comes of a policy,
 * every wait and every trap, is computed by {@link org.lethe.redelivery.PolicyPreview} alone.
 *
 * <p>Listeners ask {@link org.lethe.redelivery.LivePolicies} for what they obey themselves. Knows the broker's management,
 * the audit, settings; it must know neither deletions nor any other feature that has a queue: they know it.
 */
package org.lethe.redelivery;
