package org.lethe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the description, read strictly: where a schema lists its members, there are no others, so a member that
 * nobody described is found, too. Safe for use by many threads.
 */
final class ApiSchemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7, builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final JsonNode document;
    private final ObjectNode components;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    ApiSchemas(JsonNode document) {
        this.document = document;
        this.components = (ObjectNode) strict(document.get("components"));
    }

    /** What is wrong with a value; empty when nothing is. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return known.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(strict(schema));
        whole.set("components", components);
        return FACTORY.getSchema(
                whole,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private JsonNode strict(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(strict(element)));
            return copy;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        ((ObjectNode) (node.path("allOf").isArray() ? merged(node) : node))
                .properties()
                .forEach(member -> copy.set(
                        member.getKey(),
                        member.getKey().equals("example") ? member.getValue() : strict(member.getValue())));
        if (copy.path("properties").isObject() && !copy.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }

    /** One object with the members of all parts: alone, each would refuse the members of the others. */
    private ObjectNode merged(JsonNode schema) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = merged.putObject("properties");
        schema.get("allOf").forEach(part -> {
            JsonNode target =
                    part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part;
            ObjectNode whole = target.path("allOf").isArray() ? merged(target) : (ObjectNode) target;
            whole.path("properties").properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
        });
        schema.path("properties").properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
        return merged;
    }
}
