/**
 * Calls servers that somebody else has chosen: only addresses that may be called, one deadline for all of it, and nothing
 * followed, kept or believed. Entries: {@link org.lethe.outbound.PostJson} for HTTP, {@link org.lethe.outbound.JudgedSockets}
 * for other protocols, {@link org.lethe.outbound.Signature} for what is signed. Knows nothing of what is told to whom.
 */
package org.lethe.outbound;
