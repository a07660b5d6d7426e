package org.lethe.change;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Differences as JSON: what is not there on one side is left out. */
public final class DifferenceJson {

    private DifferenceJson() {}

    public static JsonArray of(List<Difference> differences) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Difference difference : differences) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("member", difference.member());
            if (difference.from() != null) {
                one.add("from", difference.from());
            }
            if (difference.to() != null) {
                one.add("to", difference.to());
            }
            all.add(one);
        }
        return all.build();
    }
}
