package org.lethe.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Error policies, as documents")
class ErrorPolicyDocumentsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient operator;
    private LetheClient admin;
    private ErrorPolicies policies;

    @BeforeAll
    void people() {
        operator = lethe.newAccount("operator");
        admin = lethe.newAccount("admin");
        policies = new ErrorPolicies(admin);
    }

    @Test
    void aPolicyShouldBeADocumentWithVersionsThatOnlyAdministratorsChange() {
        JsonObject first = ErrorPolicies.policy("NOTIFY", Map.of("cause", "documented " + UUID.randomUUID()), 4);
        JsonObject second =
                Json.createObjectBuilder(first).add("maxAttempts", 2).build();
        assertThat(operator.post(ErrorPolicies.PATH, ErrorPolicies.body(first))).isProblem(403, "forbidden");
        ErrorPolicies.Added added = policies.add(first);
        assertThat(admin.post(ErrorPolicies.PATH, ErrorPolicies.body(first))).isProblem(409, "error-policy-exists");

        String tag = added.answer().header("ETag").orElseThrow();
        Answer changed = added.put(second, tag).expect(200);
        assertThat(added.put(first, tag)).isProblem(412, "precondition-failed");
        assertThat(added.put(second, changed.header("ETag").orElseThrow())
                        .expect(200)
                        .json()
                        .getInt("version"))
                .isEqualTo(2);
        added.close();

        assertThat(operator.get(added.path())).isProblem(404, "not-found");
        List<JsonObject> versions = operator.get(added.path() + "/versions").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .toList();
        assertThat(versions).extracting(version -> version.getInt("version")).containsExactly(3, 2, 1);
        assertThat(versions.get(0).getBoolean("deleted")).isTrue();
        assertThat(versions.get(1).getJsonArray("differences"))
                .containsExactly(Json.createObjectBuilder()
                        .add("member", "maxAttempts")
                        .add("from", 4)
                        .add("to", 2)
                        .build());
        for (String action : List.of("ERROR_POLICY_ADDED", "ERROR_POLICY_CHANGED", "ERROR_POLICY_DELETED")) {
            assertThat(admin.get("api/admin/audit?action=" + action + "&subject=" + added.id())
                            .items())
                    .as(action)
                    .hasSize(1);
        }
    }

    @Test
    void whatIsBuiltInShouldBeSeenAndStay() {
        List<JsonObject> builtIn = operator.get(ErrorPolicies.PATH).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(policy -> policy.getBoolean("builtIn"))
                .toList();

        assertThat(builtIn)
                .extracting(policy -> policy.getJsonObject("policy").getString("action"))
                .containsExactly("HUMAN", "HOLD", "RETRY");
        for (JsonObject policy : builtIn) {
            String path = ErrorPolicies.PATH + '/' + policy.getString("id");
            assertThat(admin.send(admin.request(path + "?reason=not+needed")
                            .header("If-Match", "*")
                            .DELETE()))
                    .isProblem(409, "conflict");
        }
    }
}
