package org.lethe.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds an album by what a person calls it: its id, or its name when only one has that name. */
final class FindAlbum {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Api api;

    FindAlbum(Api api) {
        this.api = api;
    }

    /** The album, which has to be there. */
    JsonObject existing(String nameOrId) throws IOException, InterruptedException {
        return find(nameOrId).orElseThrow(() -> new IllegalArgumentException("There is no album '" + nameOrId + "'."));
    }

    /** The album, which is made when there is none of that name. */
    JsonObject orNew(String nameOrId) throws IOException, InterruptedException {
        Optional<JsonObject> found = find(nameOrId);
        return found.isPresent()
                ? found.get()
                : api.post(
                        "albums",
                        Json.createObjectBuilder().add("name", nameOrId).build());
    }

    private Optional<JsonObject> find(String nameOrId) throws IOException, InterruptedException {
        if (nameOrId.matches(ID)) {
            return Optional.of(api.get("albums/" + nameOrId));
        }
        List<JsonObject> named = new ArrayList<>();
        forEach(api, "albums", album -> {
            if (album.getString("name").equals(nameOrId.strip())) {
                named.add(album);
            }
        });
        if (named.size() > 1) {
            throw new IllegalArgumentException(named.size() + " albums are called '" + nameOrId
                    + "'. Say which by its id: "
                    + named.stream().map(album -> album.getString("id")).collect(Collectors.joining(", ")));
        }
        return named.stream().findFirst();
    }

    /** Every item of a list, page by page. */
    static void forEach(Api api, String path, Consumer<JsonObject> consumer) throws IOException, InterruptedException {
        String cursor = "";
        do {
            JsonObject page = api.get(path + "?limit=500" + cursor);
            page.getJsonArray("items").stream().map(JsonValue::asJsonObject).forEach(consumer);
            String next = page.getString("nextCursor", "");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
    }
}
