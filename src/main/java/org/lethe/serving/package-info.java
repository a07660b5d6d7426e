/**
 * Whether this node serves yet. Message listeners come up before the schema is migrated and the start-up checks are
 * done; they wait at the {@link org.lethe.serving.ServingGate}, so that no message is tried against a half-made system.
 * Knows nothing of what is checked.
 */
package org.lethe.serving;
