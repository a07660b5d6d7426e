package org.lethe.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.RateSettings;

/**
 * A bucket for each who asks and each kind of request: it fills at the rate of the settings, and holds what comes in within
 * ten seconds. A bucket that nobody asks for as long is full again, and is forgotten. Safe for use by many threads.
 */
@ApplicationScoped
class RateLimits {

    static final Duration WINDOW = Duration.ofSeconds(10);

    /** Beyond so many, the least used are forgotten early: a flood of addresses must not exhaust the memory. */
    private static final int MOST_BUCKETS = 100_000;

    private final Map<String, Integer> perSecond;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW)
            .build();

    private record Key(String kind, String who) {}

    @Inject
    RateLimits(LetheSettings settings) {
        this(settings.rates());
    }

    RateLimits(RateSettings rates) {
        perSecond = Map.of(
                RequestKind.READS.wireName(),
                rates.reads(),
                RequestKind.DOWNLOADS.wireName(),
                rates.downloads(),
                RequestKind.WRITES.wireName(),
                rates.writes(),
                RequestKind.DELETES.wireName(),
                rates.deletes(),
                RequestKind.UPLOADS.wireName(),
                rates.uploads(),
                Gate.KIND,
                rates.anonymous());
    }

    /** For the proxy. */
    RateLimits() {
        perSecond = Map.of();
    }

    /** Counts a request; empty when its kind is not limited. */
    Optional<Quota> take(String kind, String who) {
        return bucket(kind, who).map(bucket -> quota(kind, bucket.tryConsumeAndReturnRemaining(1)));
    }

    /** Whether one more would be let through; counts nothing. */
    boolean isUsedUp(String kind, String who) {
        return bucket(kind, who)
                .filter(bucket -> bucket.getAvailableTokens() == 0)
                .isPresent();
    }

    private Optional<Bucket> bucket(String kind, String who) {
        int rate = perSecond.get(kind);
        return rate == 0 ? Optional.empty() : Optional.of(buckets.get(new Key(kind, who), missing -> newBucket(rate)));
    }

    private static Bucket newBucket(int rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate * WINDOW.toSeconds()).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    private Quota quota(String kind, ConsumptionProbe probe) {
        return new Quota(
                kind,
                perSecond.get(kind) * WINDOW.toSeconds(),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                roundedUp(probe.getNanosToWaitForReset()),
                roundedUp(probe.getNanosToWaitForRefill()));
    }

    private static Duration roundedUp(long nanos) {
        return Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
