package org.lethe.redelivery;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.change.Difference;

/**
 * What the broker is told of a queue, or says of it. Its entry is put and compared whole, also settings that no policy
 * has: {@code addAddressSettings} replaces the entry, so what were left out would be lost.
 *
 * @param address the broker's own JSON of its settings of the address
 */
record ToldSettings(JsonObject address, boolean paused) {

    private static final String ATTEMPTS = "maxDeliveryAttempts";
    private static final String DELAY = "redeliveryDelay";
    private static final String MULTIPLIER = "redeliveryMultiplier";
    private static final String JITTER = "redeliveryCollisionAvoidanceFactor";
    private static final String CAP = "maxRedeliveryDelay";
    private static final String EXPIRY = "expiryDelay";
    private static final String MEMORY = "maxSizeBytes";
    private static final String PAGE = "pageSizeBytes";
    private static final String FULL = "addressFullMessagePolicy";
    private static final Set<String> OF_POLICIES =
            Set.of(ATTEMPTS, DELAY, MULTIPLIER, JITTER, CAP, EXPIRY, MEMORY, PAGE, FULL);

    /** Where the broker puts what it gives up. No policy has them: they are as they must be. */
    static final Set<String> ENDS = Set.of("deadLetterAddress", "expiryAddress");

    /** The broker's own, where its settings say nothing (Artemis 2.53). */
    private static final Map<String, Long> DEFAULTS =
            Map.of(ATTEMPTS, 10L, DELAY, 0L, EXPIRY, -1L, MEMORY, -1L, PAGE, 10L << 20);

    private static final int CAP_WITHOUT_SETTING = 10;

    /** These settings with those of a policy put in; what no policy has stays. */
    ToldSettings with(Policy policy) {
        JsonObjectBuilder changed = Json.createObjectBuilder(address)
                .add(ATTEMPTS, policy.maxAttempts())
                .add(DELAY, policy.delayMillis())
                .add(MULTIPLIER, policy.multiplier())
                .add(JITTER, policy.jitter())
                .add(CAP, policy.maxDelayMillis())
                .add(EXPIRY, policy.expiryMillis() == 0 ? -1 : policy.expiryMillis())
                .add(MEMORY, policy.maxSizeBytes())
                .add(PAGE, policy.pageSizeBytes())
                .add(FULL, policy.whenFull());
        return new ToldSettings(changed.build(), policy.paused());
    }

    /**
     * The policy that they are; the broker has no setting for sessions and chunks. It need not be acceptable: somebody
     * may have set anything.
     */
    Policy policy(int sessions, int chunkSize) {
        return new Policy(
                (int) number(ATTEMPTS),
                number(DELAY),
                fraction(MULTIPLIER, 1),
                fraction(JITTER, 0),
                address.containsKey(CAP) ? number(CAP) : CAP_WITHOUT_SETTING * number(DELAY),
                Math.max(0, number(EXPIRY)),
                sessions,
                chunkSize,
                paused,
                number(MEMORY),
                number(PAGE),
                address.getString(FULL, "PAGE"));
    }

    /** These settings while the queue is held back, or is not: then it is paused, whatever the policy says. */
    ToldSettings held(boolean isHeld) {
        return isHeld ? pausedAs(true) : this;
    }

    ToldSettings pausedAs(boolean isPaused) {
        return paused == isPaused ? this : new ToldSettings(address, isPaused);
    }

    boolean hasAddressOf(ToldSettings other) {
        return Difference.between(address, other.address).isEmpty();
    }

    boolean isSameAs(ToldSettings other) {
        return paused == other.paused && hasAddressOf(other);
    }

    /** From these to the other ones: in words of policies where they have one, else of the broker. */
    List<Difference> differencesTo(ToldSettings other) {
        return Difference.between(whole(), other.whole());
    }

    /** All of it as one document. */
    JsonObject whole() {
        JsonObjectBuilder all = Json.createObjectBuilder(PolicyJson.of(policy(0, 0)));
        address.forEach((setting, value) -> {
            if (!OF_POLICIES.contains(setting)) {
                all.add(setting, value);
            }
        });
        return all.build();
    }

    private long number(String setting) {
        return address.get(setting) instanceof JsonNumber number
                ? number.longValue()
                : DEFAULTS.getOrDefault(setting, 0L);
    }

    private double fraction(String setting, double otherwise) {
        return address.get(setting) instanceof JsonNumber number ? number.doubleValue() : otherwise;
    }
}
