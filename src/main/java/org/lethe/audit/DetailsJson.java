package org.lethe.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The details of an entry as JSON, members in the order of their names. */
final class DetailsJson {

    private DetailsJson() {}

    static String of(Map<String, ?> details) {
        return Json.createObjectBuilder(new TreeMap<String, Object>(details))
                .build()
                .toString();
    }

    static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
