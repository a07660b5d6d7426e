package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
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
    void everyOperationShouldBeInIt() {
        assertThat(operations.keySet())
                .containsExactlyInAnyOrder(
                        "POST /api/albums",
                        "GET /api/albums",
                        "GET /api/albums/{id}",
                        "DELETE /api/albums/{id}",
                        "POST /api/albums/{id}/photos",
                        "GET /api/albums/{id}/photos",
                        "GET /api/photos/{id}",
                        "GET /api/photos/{id}/content",
                        "DELETE /api/photos/{id}",
                        "POST /api/deletions",
                        "GET /api/deletions",
                        "GET /api/deletions/{id}",
                        "POST /api/deletions/{id}/restore",
                        "POST /api/tokens",
                        "GET /api/tokens",
                        "GET /api/tokens/{id}",
                        "DELETE /api/tokens/{id}",
                        "GET /api/admin/failures",
                        "GET /api/admin/failures/{id}",
                        "POST /api/admin/failures/{id}/retry",
                        "GET /api/admin/conservation",
                        "GET /api/admin/audit",
                        "GET /api/admin/audit/verification",
                        "POST /api/admin/accounts",
                        "GET /api/admin/accounts",
                        "GET /api/admin/accounts/{id}",
                        "PATCH /api/admin/accounts/{id}",
                        "DELETE /api/admin/accounts/{id}");
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
}
