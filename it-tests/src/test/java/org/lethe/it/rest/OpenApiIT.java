package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The OpenAPI document tells what clients rely on")
class OpenApiIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private final Map<String, JsonObject> operations = new TreeMap<>();
    private JsonObject document;

    @BeforeAll
    void readTheDocument() {
        document = lethe.admin().get("openapi?format=JSON").expect(200).json();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(method)) {
                        operations.put(method.toUpperCase(Locale.ROOT) + ' ' + path, operation.asJsonObject());
                    }
                }));
    }

    @Test
    void everyOperationThatIsDescribedShouldBePublished() throws IOException {
        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(described());
    }

    @Test
    void everyOperationShouldBeSummedUpAndSayHowItCanFail() {
        assertThat(operations).allSatisfy((name, operation) -> {
            assertThat(operation.getString("summary", "")).isNotBlank();
            Set<String> statuses = operation.getJsonObject("responses").keySet();
            assertThat(statuses).contains("401", "403", "503").anyMatch(status -> status.startsWith("2"));
            assertThat(statuses.contains("404") || !name.contains("{id}"))
                    .as("404 is told")
                    .isTrue();
        });
    }

    @Test
    void everyErrorShouldBeAProblem() {
        assertThat(operations).allSatisfy((name, operation) -> {
            Set<String> others = new TreeSet<>();
            operation.getJsonObject("responses").forEach((status, response) -> {
                if (status.compareTo("400") >= 0 && !isProblem(response.asJsonObject())) {
                    others.add(status);
                }
            });
            assertThat(others).isEmpty();
        });
    }

    private boolean isProblem(JsonObject response) {
        String reference = response.getString("$ref", "");
        if (!reference.isEmpty()) {
            return isProblem(document.getJsonObject("components")
                    .getJsonObject("responses")
                    .getJsonObject(reference.substring("#/components/responses/".length())));
        }
        return response.containsKey("content")
                && response.getJsonObject("content").containsKey("application/problem+json");
    }

    /** The operations of the description as it was written, by their indentation. */
    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(Path.of("../src/main/resources/META-INF/openapi.yaml"))) {
            if (line.matches("  /\\S+:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|patch|delete):")) {
                described.add(line.strip().replaceAll(":$", "").toUpperCase(Locale.ROOT) + ' ' + path);
            }
        }
        return described;
    }
}
