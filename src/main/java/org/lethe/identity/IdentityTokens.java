package org.lethe.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.OidcSettings;

/**
 * Verifies a token (RFC 7519, with the advice of RFC 8725). One algorithm counts, that of the settings: what the token says
 * of its own must be that one, so neither {@code none} nor an HMAC with the public key gets through. One issuer, one
 * audience, a subject and an end are needed. Keys come from the provider's address in the settings only; addresses and
 * keys in the token's header are not looked at. Safe for use by many threads.
 */
@ApplicationScoped
public class IdentityTokens {

    private static final Set<String> NEEDED = Set.of("sub", "exp", "iat");
    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final int LONGEST_SUBJECT = 255;

    private final Optional<OidcSettings> settings;
    private final DefaultJWTProcessor<KeyLookUp> processor = new DefaultJWTProcessor<>();

    @Inject
    IdentityTokens(LetheSettings settings) {
        this(settings.oidc());
    }

    IdentityTokens(Optional<OidcSettings> settings) {
        this.settings = settings;
        settings.ifPresent(this::configure);
    }

    /** For the proxy. */
    IdentityTokens() {
        this(Optional.empty());
    }

    private void configure(OidcSettings provider) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.parse(provider.algorithm()), ProviderKeys.of(provider)));
        DefaultJWTClaimsVerifier<KeyLookUp> claims = new DefaultJWTClaimsVerifier<>(
                provider.audience(),
                new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                NEEDED);
        claims.setMaxClockSkew((int) provider.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * Whom the token tells of; empty when it is not valid, or no provider is configured.
     *
     * @throws KeysUnavailableException when that cannot be said now
     */
    public Optional<Identity> verify(String token) {
        return token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : settings.flatMap(provider -> verify(token, provider));
    }

    private Optional<Identity> verify(String token, OidcSettings provider) {
        KeyLookUp lookUp = new KeyLookUp();
        try {
            JWTClaimsSet claims = processor.process(token, lookUp);
            String subject = claims.getSubject();
            return subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\u0000') >= 0
                    ? Optional.empty()
                    : Optional.of(new Identity(claims.getIssuer(), subject, roles(claims, provider)));
        } catch (KeySourceException unavailable) {
            if (!(unavailable instanceof RateLimitReachedException)) {
                LogEvent.PROVIDER_KEYS_UNAVAILABLE.log(unavailable);
            }
            throw new KeysUnavailableException(unavailable);
        } catch (BadJWSException | BadJWTException invalid) {
            return Optional.empty();
        } catch (BadJOSEException noKey) {
            if (lookUp.wasInOutage()) {
                throw new KeysUnavailableException(noKey);
            }
            return Optional.empty();
        } catch (ParseException | JOSEException invalid) {
            return Optional.empty();
        }
    }

    /** The claim is a list of names, or one text with spaces between them; anything else names nothing. */
    private static Set<String> roles(JWTClaimsSet claims, OidcSettings provider) {
        Map<String, String> mapping = provider.roles();
        return names(claims.getClaim(provider.rolesClaim()))
                .filter(mapping::containsKey)
                .map(mapping::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Object claim) {
        if (claim instanceof List<?> list) {
            return list.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return claim instanceof String text ? Stream.of(text.split(" ")) : Stream.of();
    }
}
