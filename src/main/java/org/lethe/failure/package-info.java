/**
 * What the broker or a policy has given up and a person must handle. Entry: {@link org.lethe.failure.RecordDeadLetter} and
 * {@code RecordPolicyDecision} for what comes in, {@code FailuresResource} for what a person does. Knows the deletions; they do not know it.
 */
package org.lethe.failure;
