package org.lethe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The description of the API, as the product publishes it. Every answer that a test gets is held against it: an operation
 * that it tells of never answers a status, a type, a header or a member that it does not tell of.
 */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** What clients act on. The server adds others of its own to everything. */
    private static final Set<String> HEADERS = Set.of(
            "location",
            "retry-after",
            "etag",
            "content-range",
            "accept-ranges",
            "content-disposition",
            "last-modified",
            "www-authenticate",
            "content-digest");

    /** As it is written. */
    public static final Path SOURCE = Path.of("../src/main/resources/META-INF/openapi.yaml");

    private static ApiDocument known;

    private final String text;
    private final List<ApiOperation> operations = new ArrayList<>();
    private final ApiSchemas schemas;

    private ApiDocument(String text) throws IOException {
        this.text = text;
        JsonNode document = JSON.readTree(text);
        this.schemas = new ApiSchemas(document);
        References references = new References(document);
        JsonNode written = written();
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new ApiOperation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        withExtensions(
                                references.followed(method.getValue()),
                                written.path("paths").path(path.getKey()).path(method.getKey()))))));
    }

    /**
     * As it stands in the sources: what the server publishes lacks the extensions, whose names begin with x-, and does not
     * say of an operation that it takes no credentials (seen with Payara 6.2025.10).
     */
    private static JsonNode written() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(SOURCE.toFile());
    }

    private static JsonNode withExtensions(JsonNode operation, JsonNode written) {
        written.properties().stream()
                .filter(member ->
                        member.getKey().startsWith("x-") || member.getKey().equals("security"))
                .forEach(member -> ((ObjectNode) operation).set(member.getKey(), member.getValue()));
        return operation;
    }

    /** What a running server publishes. */
    public static ApiDocument publishedBy(Lethe lethe) {
        try {
            return new ApiDocument(
                    lethe.anonymous().get("openapi?format=JSON").expect(200).text());
        } catch (IOException e) {
            throw new AssertionError("The description of the API is no JSON", e);
        }
    }

    /** Empty while no server could be asked for it; the same for all servers of a test run. */
    static synchronized Optional<ApiDocument> publishedBy(URI server, HttpClient http) throws InterruptedException {
        if (known == null) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("openapi?format=JSON"))
                    .timeout(LetheClient.DEADLINE)
                    .build();
            try {
                known = new ApiDocument(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            } catch (IOException away) {
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    /** The whole of it, as JSON. */
    public String text() {
        return text;
    }

    /** Every operation, in the order of the description. */
    public List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    /** What is wrong with a value, by a schema of this description. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.faults(schema, value);
    }

    /** @throws AssertionError when the answer is one that clients cannot expect */
    void requireTold(HttpResponse<byte[]> answer) {
        faults(
                        answer.request().method(),
                        answer.uri().getRawPath(),
                        answer.statusCode(),
                        answer.headers().map(),
                        answer.body())
                .ifPresent(fault -> {
                    throw new AssertionError(fault);
                });
    }

    /**
     * What clients cannot expect of an answer; nothing for a request that no operation is for.
     *
     * @param path raw, from the server's root
     * @param headers by their names in any case
     */
    public Optional<String> faults(
            String method, String path, int status, Map<String, List<String>> headers, byte[] body) {
        return operation(method, path).flatMap(operation -> fault(operation, status, headers, body)
                .map(fault -> "The description of the API does not tell of " + fault + ", answered to " + method + ' '
                        + path + " with " + status));
    }

    private Optional<String> fault(ApiOperation operation, int status, Map<String, List<String>> headers, byte[] body) {
        JsonNode told = operation.answers().get(Integer.toString(status));
        if (told == null) {
            return Optional.of("this status");
        }
        Stream<String> untoldHeaders = headers.keySet().stream()
                .filter(header -> HEADERS.contains(header.toLowerCase(Locale.ROOT)))
                .filter(header -> ApiOperation.members(told.path("headers")).keySet().stream()
                        .noneMatch(header::equalsIgnoreCase))
                .map(header -> "the header " + header);
        return Stream.concat(untoldHeaders, bodyFaults(operation, status, type(headers), body))
                .findFirst();
    }

    private Stream<String> bodyFaults(ApiOperation operation, int status, String type, byte[] body) {
        if (body.length == 0) {
            return Stream.empty();
        }
        Optional<JsonNode> told = operation.bodies(Integer.toString(status)).entrySet().stream()
                .filter(entry -> Pattern.matches(Pattern.quote(entry.getKey()).replace("*", "\\E.*\\Q"), type))
                .map(Map.Entry::getValue)
                .findFirst();
        if (told.isEmpty()) {
            return Stream.of("the type " + type);
        }
        return type.endsWith("json") ? schemaFaults(told.get().path("schema"), body) : Stream.empty();
    }

    private Stream<String> schemaFaults(JsonNode schema, byte[] body) {
        try {
            return faults(schema, JSON.readTree(body)).stream().map(fault -> "a body in which " + fault);
        } catch (IOException e) {
            return Stream.of("a body that is no JSON: " + e.getMessage());
        }
    }

    private static String type(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("none")
                .replaceAll(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The operation that a request is for, if it is one of the API's; a fixed segment goes before a variable. */
    private Optional<ApiOperation> operation(String method, String path) {
        List<String> asked = List.of(path.split("/", -1));
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && isAskedFor(operation.segments(), asked))
                .min((a, b) ->
                        Integer.compare(a.variables().size(), b.variables().size()));
    }

    private static boolean isAskedFor(List<String> path, List<String> asked) {
        if (path.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean isVariable = path.get(i).startsWith("{");
            if (isVariable ? asked.get(i).isEmpty() : !path.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Follows references, but for those within schemas, which may go round in circles. */
    private record References(JsonNode document) {
        JsonNode followed(JsonNode node) {
            JsonNode target = node;
            while (target.has("$ref")) {
                target = document.at(target.get("$ref").asText().substring(1));
            }
            if (target instanceof ArrayNode array) {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(followed(element)));
                return copy;
            }
            return target instanceof ObjectNode object ? followedMembers(object) : target;
        }

        private ObjectNode followedMembers(ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            member.getKey().equals("schema")
                                    ? withExample(member.getValue())
                                    : followed(member.getValue())));
            return copy;
        }

        /** A schema stays a reference, with the example of what it refers to. */
        private JsonNode withExample(JsonNode schema) {
            JsonNode example =
                    document.at(schema.path("$ref").asText("#").substring(1)).path("example");
            return example.isMissingNode() || !schema.has("$ref")
                    ? schema
                    : ((ObjectNode) schema.deepCopy()).set("example", example);
        }
    }
}
