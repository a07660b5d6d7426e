package org.lethe.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.events.Event;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.lethe.log.LogEvent;
import org.lethe.settings.OidcSettings;

/**
 * The provider's public keys: kept for some minutes, asked for again when a token names one that is not among them, but
 * not more often than the settings say, whatever tokens come. While the provider does not answer, the keys that are known
 * go on counting for an hour. The answer is bounded in time and size.
 */
final class ProviderKeys {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(1);

    private ProviderKeys() {}

    static JWKSource<KeyLookUp> of(OidcSettings settings) {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
        try {
            return JWKSourceBuilder.<KeyLookUp>create(
                            URI.create(settings.jwksUrl()).toURL(), retriever)
                    .cache(KEPT.toMillis(), LOCK_PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(settings.refreshInterval().toMillis())
                    .outageTolerant(OUTAGE.toMillis(), ProviderKeys::note)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalStateException("the settings were checked: " + settings.jwksUrl(), e);
        }
    }

    private static void note(Event<OutageTolerantJWKSetSource<KeyLookUp>, KeyLookUp> event) {
        event.getContext().outage();
        if (event instanceof OutageTolerantJWKSetSource.OutageEvent<KeyLookUp> outage) {
            LogEvent.PROVIDER_KEYS_UNAVAILABLE.log(outage.getException());
        }
    }
}
