package org.lethe.it.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.lethe.it.ApiOperation;
import org.lethe.it.generated.RawRequest.Framing;

/**
 * Requests that nobody may accept, made from the description of the API. Each is bad in one way at least that does not
 * depend on how tolerant a parser is: it names what is not there, or its body cannot be what is asked for. The same seed
 * makes the same requests, but for the ids. One thread.
 */
final class BadRequests {
    private final List<ExampleRequest> examples;
    private final Random random;
    private final String authorization;
    private final Map<String, String> own;

    /**
     * @param authorization of somebody who may do everything
     * @param own what they have, by the path up to its variable
     */
    BadRequests(List<ApiOperation> operations, long seed, String authorization, Map<String, String> own) {
        this.examples = operations.stream()
                .flatMap(operation -> ExampleRequest.of(operation).stream())
                .filter(BadRequests::canBeBad)
                .toList();
        this.random = new Random(seed);
        this.authorization = authorization;
        this.own = own;
    }

    /** What asks to have something done, with neither an id nor a body, is right whatever else comes with it. */
    private static boolean canBeBad(ExampleRequest example) {
        boolean saysNothing = example.references().isEmpty() && example.type().isEmpty();
        return !saysNothing || !example.operation().method().equals("POST");
    }

    RawRequest next() {
        ExampleRequest example = examples.get(random.nextInt(examples.size()));
        RawRequest onNothing = request(example, Map.of());
        int choice = random.nextInt(10);
        if (example.body() instanceof ObjectNode && choice < 5) {
            return new BadJson(random, !example.operation().isBodyRequired()).of(request(example, own), example.body());
        }
        if (isUpload(example) && choice < 6) {
            return new BadFiles(random).of(request(example, own));
        }
        // what names nothing could be done: its body is made one that cannot be
        RawRequest bad = example.references().isEmpty() && !example.operation().isSafe()
                ? onNothing.withBody(BadJson.utf8("{\"\\u0000\": "))
                : onNothing;
        return choice % 2 == 0
                ? new BadAddresses(random).of(bad, example.operation())
                : new BadHeaders(random).of(bad, example.operation());
    }

    /** A piece of an upload is none: what it is can be told only when the whole is there. */
    private static boolean isUpload(ExampleRequest example) {
        return !example.type().isEmpty()
                && !example.type().equals("application/offset+octet-stream")
                && !(example.body() instanceof ObjectNode);
    }

    private RawRequest request(ExampleRequest example, Map<String, String> ids) {
        List<String> headers = new ArrayList<>(List.of("Host: 127.0.0.1", "Authorization: " + authorization));
        for (JsonNode header : example.operation().parameters("header")) {
            if (header.path("required").asBoolean()) {
                headers.add(header.path("name").asText() + ": " + example.example(header));
            }
        }
        if (!example.type().isEmpty()) {
            headers.add("Content-Type: " + example.contentType());
        }
        return new RawRequest(
                "bad",
                example.operation().method(),
                example.pathWith(reference -> idOf(reference, ids)),
                headers,
                example.type().isEmpty() ? new byte[0] : example.bytes(reference -> idOf(reference, Map.of())),
                Framing.LENGTH);
    }

    private static String idOf(String reference, Map<String, String> ids) {
        return ids.getOrDefault(reference, UUID.randomUUID().toString());
    }
}
