package org.lethe.settings;

import java.time.Duration;
import java.util.Map;

/**
 * The outside provider whose tokens are accepted.
 *
 * @param issuer just as the tokens name it
 * @param audience what the tokens must be meant for
 * @param algorithm the one by which they are signed; never one with a shared secret
 * @param jwksUrl where its public keys are: https, http on this machine only, or a file
 * @param rolesClaim the claim that holds the names that are mapped to roles
 * @param roles from a name in that claim to a role of Lethe
 * @param clockSkew how far the provider's clock may be off
 * @param refreshInterval the keys are not asked for more often than twice in so long
 */
public record OidcSettings(
        String issuer,
        String audience,
        String algorithm,
        String jwksUrl,
        String rolesClaim,
        Map<String, String> roles,
        Duration clockSkew,
        Duration refreshInterval) {

    public OidcSettings {
        roles = Map.copyOf(roles);
    }
}
