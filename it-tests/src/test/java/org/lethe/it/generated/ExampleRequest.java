package org.lethe.it.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.it.ApiOperation;
import org.lethe.it.LetheClient;

/**
 * A request that the description gives as an example of an operation.
 *
 * @param operation the operation
 * @param type of the body; empty without one
 * @param body the example; missing for bytes and for none
 */
record ExampleRequest(ApiOperation operation, String type, JsonNode body) {
    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String BOUNDARY = "an-example-of-a-boundary";

    /** Pairs of a name and a value in Base64 (tus 1.0.0, creation). */
    private static final String METADATA = "Upload-Metadata";

    /** Every one of an operation: one for each example of each media type. */
    static List<ExampleRequest> of(ApiOperation operation) {
        JsonNode none = JsonNodeFactory.instance.missingNode();
        List<ExampleRequest> requests = new ArrayList<>();
        operation.bodies().forEach((type, mediaType) -> {
            List<JsonNode> examples = ApiOperation.examples(mediaType);
            if (type.endsWith("json") && examples.isEmpty()) {
                throw new AssertionError("The description of the API has no example of the body of " + operation);
            }
            (type.endsWith("json") ? examples : List.of(none))
                    .forEach(example -> requests.add(new ExampleRequest(operation, type, example)));
        });
        return requests.isEmpty() ? List.of(new ExampleRequest(operation, "", none)) : requests;
    }

    /** What it refers to: its path's variables and members of its body and of its metadata. */
    Set<String> references() {
        Set<String> references = new LinkedHashSet<>(operation.variables());
        collect(body, references);
        requiredHeaders()
                .filter(ExampleRequest::isMetadata)
                .flatMap(header -> Arrays.stream(example(header).split(",", -1)))
                .map(pair -> pair.split(" ", -1)[0])
                .filter(this::isReference)
                .forEach(references::add);
        return references;
    }

    private Stream<JsonNode> requiredHeaders() {
        return operation.parameters("header").stream()
                .filter(header -> header.path("required").asBoolean());
    }

    private static boolean isMetadata(JsonNode header) {
        return header.get("name").asText().equals(METADATA);
    }

    private String valueOf(JsonNode header, UnaryOperator<String> ids) {
        if (!isMetadata(header)) {
            return example(header);
        }
        return Arrays.stream(example(header).split(",", -1))
                .map(pair -> {
                    String name = pair.split(" ", -1)[0];
                    return isReference(name) ? name + ' ' + base64(ids.apply(name)) : pair;
                })
                .collect(Collectors.joining(","));
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private void collect(JsonNode node, Set<String> references) {
        node.properties().forEach(member -> {
            if (isReference(member.getKey())) {
                references.add(member.getKey());
            } else if (member.getValue().asText().matches(UUID_PATTERN)) {
                throw new AssertionError("There is no fixture for the member " + member.getKey() + " of the body of "
                        + operation + ": add one to " + Fixtures.class.getName());
            } else {
                collect(member.getValue(), references);
            }
        });
    }

    /** Who is not known yet says who they are; else a login and a password are those of somebody new. */
    private boolean isReference(String member) {
        return Fixtures.isReference(member) && (!Fixtures.isCredential(member) || operation.isForEverybody());
    }

    /** The request as somebody would send it, with real ids in place of those of the example. */
    HttpRequest.Builder from(LetheClient client, UnaryOperator<String> ids) {
        return from(client, ids, Stream.of());
    }

    /** @param besides parameters of its query that it does not require */
    HttpRequest.Builder from(LetheClient client, UnaryOperator<String> ids, Stream<JsonNode> besides) {
        HttpRequest.Builder request = client.request(pathWith(ids, besides).substring(1));
        requiredHeaders().forEach(header -> request.setHeader(header.get("name").asText(), valueOf(header, ids)));
        if (!type.isEmpty()) {
            request.setHeader("Content-Type", contentType());
        }
        return request.method(operation.method(), publisher(ids));
    }

    String pathWith(UnaryOperator<String> ids) {
        return pathWith(ids, Stream.of());
    }

    private String pathWith(UnaryOperator<String> ids, Stream<JsonNode> besides) {
        String path = operation.path();
        for (String variable : operation.variables()) {
            path = path.replaceFirst("\\{[^}]*}", ids.apply(variable));
        }
        String query = Stream.concat(
                        operation.parameters("query").stream()
                                .filter(parameter -> parameter.path("required").asBoolean()),
                        besides)
                .map(parameter -> parameter.get("name").asText()
                        + '='
                        + URLEncoder.encode(example(parameter), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + '?' + query;
    }

    String example(JsonNode parameter) {
        JsonNode example = parameter.has("example")
                ? parameter.get("example")
                : parameter.path("schema").path("example");
        if (example.isMissingNode()) {
            throw new AssertionError("The description of the API has no example of the parameter "
                    + parameter.path("name").asText() + ", which " + operation + " requires");
        }
        return example.asText();
    }

    String contentType() {
        if (type.startsWith("multipart/")) {
            return type + "; boundary=" + BOUNDARY;
        }
        return type.contains("*") ? "image/jpeg" : type;
    }

    private BodyPublisher publisher(UnaryOperator<String> ids) {
        return type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(ids));
    }

    /** The body as it is sent. */
    byte[] bytes(UnaryOperator<String> ids) {
        if (type.endsWith("json")) {
            return replaced(body, ids).toString().getBytes(StandardCharsets.UTF_8);
        }
        return type.startsWith("multipart/") ? multipart() : Fixtures.jpeg();
    }

    private byte[] multipart() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Fixtures.jpeg());
        bytes.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private JsonNode replaced(JsonNode node, UnaryOperator<String> ids) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            copy.set(member.getKey(), replaced(member.getKey(), member.getValue(), ids));
        }
        return copy;
    }

    private JsonNode replaced(String member, JsonNode value, UnaryOperator<String> ids) {
        boolean isOfNewcomer = member.equals("login") && !operation.isForEverybody();
        boolean isOfPolicy = member.equals("cause") && operation.path().startsWith("/api/admin/error-policies");
        if (isOfNewcomer || isOfPolicy) {
            return TextNode.valueOf(value.asText() + '-' + UUID.randomUUID()); // each only once
        }
        if (!isReference(member)) {
            return replaced(value, ids);
        }
        TextNode id = TextNode.valueOf(ids.apply(member));
        return value instanceof ArrayNode array ? array.arrayNode().add(id) : id;
    }
}
