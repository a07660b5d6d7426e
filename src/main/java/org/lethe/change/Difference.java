package org.lethe.change;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A member that is not the same in two documents.
 *
 * @param member a member of the policy, or a setting of the broker that no policy has
 * @param from its value in the first; null when it is not there
 * @param to its value in the second; null when it is not there
 */
public record Difference(String member, JsonValue from, JsonValue to) {

    /** All of them, in the order of the members; numbers are the same when their values are. */
    public static List<Difference> between(JsonObject from, JsonObject to) {
        Set<String> members = new LinkedHashSet<>(from.keySet());
        members.addAll(to.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String member : members) {
            JsonValue before = from.get(member);
            JsonValue after = to.get(member);
            if (!isSame(before, after)) {
                differences.add(new Difference(member, before, after));
            }
        }
        return List.copyOf(differences);
    }

    private static boolean isSame(JsonValue one, JsonValue other) {
        if (one instanceof JsonNumber a && other instanceof JsonNumber b) {
            return a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0;
        }
        return one == null ? other == null : one.equals(other);
    }
}
