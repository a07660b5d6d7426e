/**
 * Tokens of an outside OpenID Connect provider (or another that issues JWT access tokens): whether one is genuine, is meant
 * for Lethe, and holds now; and whom it tells of. Off unless the settings name a provider.
 *
 * <p>Entry: {@link org.lethe.identity.IdentityTokens}. Knows the settings and the log; it must know neither accounts nor
 * HTTP.
 */
package org.lethe.identity;
