package org.lethe.redelivery;

/** A policy for tests, member by member: the one that the broker's configuration has, and what the test wants else. */
record Policies(Policy policy) {

    static Policies usual() {
        return new Policies(new Policy(6, 5_000, 2.0, 0.0, 300_000, 0, 0, 0, false, 32L << 20, 2L << 20, "PAGE"));
    }

    Policies attempts(int attempts) {
        Policy p = policy;
        return of(attempts, p.delayMillis(), p.multiplier(), p.jitter(), p.maxDelayMillis());
    }

    Policies waits(long delay, double multiplier, double jitter, long cap) {
        return of(policy.maxAttempts(), delay, multiplier, jitter, cap);
    }

    Policies expiry(long expiry) {
        Policy p = policy;
        return new Policies(new Policy(
                p.maxAttempts(),
                p.delayMillis(),
                p.multiplier(),
                p.jitter(),
                p.maxDelayMillis(),
                expiry,
                p.sessions(),
                p.chunkSize(),
                p.paused(),
                p.maxSizeBytes(),
                p.pageSizeBytes(),
                p.whenFull()));
    }

    Policies work(int sessions, int chunkSize, boolean paused) {
        Policy p = policy;
        return new Policies(new Policy(
                p.maxAttempts(),
                p.delayMillis(),
                p.multiplier(),
                p.jitter(),
                p.maxDelayMillis(),
                p.expiryMillis(),
                sessions,
                chunkSize,
                paused,
                p.maxSizeBytes(),
                p.pageSizeBytes(),
                p.whenFull()));
    }

    Policies memory(long maxSize, long pageSize, String whenFull) {
        Policy p = policy;
        return new Policies(new Policy(
                p.maxAttempts(),
                p.delayMillis(),
                p.multiplier(),
                p.jitter(),
                p.maxDelayMillis(),
                p.expiryMillis(),
                p.sessions(),
                p.chunkSize(),
                p.paused(),
                maxSize,
                pageSize,
                whenFull));
    }

    private Policies of(int attempts, long delay, double multiplier, double jitter, long cap) {
        Policy p = policy;
        return new Policies(new Policy(
                attempts,
                delay,
                multiplier,
                jitter,
                cap,
                p.expiryMillis(),
                p.sessions(),
                p.chunkSize(),
                p.paused(),
                p.maxSizeBytes(),
                p.pageSizeBytes(),
                p.whenFull()));
    }
}
