package org.lethe.redelivery;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.lethe.change.Difference;

/**
 * A version of a queue's policy, as it was put.
 *
 * @param version from 1 on
 * @param told what the broker is told of it, whole
 * @param restoredFrom the version that was put back by it; null when it was not
 */
record PolicyVersion(
        String queue,
        int version,
        Policy policy,
        ToldSettings told,
        String reason,
        String author,
        Instant at,
        Integer restoredFrom) {

    /** What the entity tag of the queue's policy is made of. */
    Tag tag() {
        return new Tag(queue, version);
    }

    /** From this one to another: members of the policy, and settings of the broker that no policy has. */
    List<Difference> differencesTo(PolicyVersion other) {
        return Difference.between(whole(), other.whole());
    }

    /** From this one to a policy that somebody wants. */
    List<Difference> differencesTo(Policy wanted) {
        return Difference.between(PolicyJson.of(policy), PolicyJson.of(wanted));
    }

    private JsonObject whole() {
        return Json.createObjectBuilder(told.whole())
                .addAll(Json.createObjectBuilder(PolicyJson.of(policy)))
                .build();
    }

    /** A version of a queue's policy, by name. */
    record Tag(String queue, int version) {}
}
