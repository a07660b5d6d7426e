/**
 * Whether this node serves yet. Message listeners come up before the schema is migrated and the start-up checks are
 * done; they wait at the {@link org.lethe.serving.ServingGate}, so that no message is tried against a half-made system.
 * What has to be done again and again is a {@link org.lethe.serving.Chore}, what each node has to obey that any may change a
 * {@link org.lethe.serving.Follower}. Knows nothing of what is checked or done.
 */
package org.lethe.serving;
