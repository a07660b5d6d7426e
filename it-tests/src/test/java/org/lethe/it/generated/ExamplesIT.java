package org.lethe.it.generated;

import static org.lethe.it.LetheAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.ApiDocument;
import org.lethe.it.ApiOperation;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** The description is valid, says everything by an example, too, and its examples are true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The examples in the description of the API")
class ExamplesIT {
    @RegisterExtension
    static final Lethe lethe = Generated.lethe();

    private ApiDocument api;
    private LetheClient account;
    private Fixtures fixtures;

    @BeforeAll
    void readTheDescription() {
        api = ApiDocument.publishedBy(lethe);
        account = lethe.newAccount(Actors.ROLES.toArray(String[]::new));
        fixtures = new Fixtures(lethe, account, Actors.ROLES);
    }

    /** The server adds a member of its own to what it publishes (seen with Payara 6.2025.10). */
    @Test
    void theDescriptionShouldBeValid() throws IOException {
        assertThat(messages(Files.readString(ApiDocument.SOURCE))).isEmpty();
        assertThat(messages(api.text())).isSubsetOf("attribute endpoints is unexpected");
    }

    private static List<String> messages(String description) {
        ParseOptions strictly = new ParseOptions();
        strictly.setResolve(true);
        return new OpenAPIV3Parser()
                .readContents(description, List.of(), strictly)
                .getMessages();
    }

    @TestFactory
    Stream<DynamicTest> everyBodyShouldHaveAnExampleThatItsSchemaAllows() {
        return api.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    List<String> faults = new ArrayList<>(faults("the request", operation.bodies()));
                    operation
                            .answers()
                            .keySet()
                            .forEach(status -> faults.addAll(faults("the answer " + status, operation.bodies(status))));
                    assertThat(faults).isEmpty();
                }));
    }

    /** What it answers is held against the schema of that answer wherever a test sends anything. */
    @TestFactory
    Stream<DynamicTest> everyExampleOfARequestShouldBeCarriedOut() {
        return api.operations().stream()
                .flatMap(operation -> ExampleRequest.of(operation).stream())
                .filter(request -> request.body().isObject())
                .filter(request -> request.operation().isForEverybody()
                        || request.operation().schemes().contains("basic"))
                .map(request -> DynamicTest.dynamicTest(request.operation() + " " + request.body(), () -> {
                    Map<String, String> ids = fixtures.fresh(request.references());
                    Answer answer = account.send(request.from(account, ids::get));

                    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
                    shape(request.operation(), answer)
                            .ifPresent(example -> assertThat(answer.json().keySet())
                                    .as("something of what the example shows: " + example)
                                    .containsAnyElementsOf(names(example)));
                }));
    }

    /** Each alone: what narrows a list may leave nothing of it, but is understood. */
    @TestFactory
    Stream<DynamicTest> everyExampleOfAQueryShouldBeTaken() {
        return api.operations().stream()
                .filter(operation -> operation.schemes().contains("basic"))
                .filter(operation -> !operation.bodies("200").containsKey("text/event-stream"))
                .flatMap(operation -> operation.parameters("query").stream()
                        .filter(parameter -> !parameter.path("required").asBoolean())
                        .filter(ExamplesIT::hasExample)
                        .map(parameter -> DynamicTest.dynamicTest(
                                operation + " " + parameter.path("name").asText(), () -> taken(operation, parameter))));
    }

    private static boolean hasExample(JsonNode parameter) {
        return parameter.has("example") || parameter.path("schema").has("example");
    }

    private void taken(ApiOperation operation, JsonNode parameter) {
        ExampleRequest request = ExampleRequest.of(operation).get(0);
        Map<String, String> ids = fixtures.fresh(request.references());

        Answer answer = account.send(request.from(account, ids::get, Stream.of(parameter)));

        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }

    private static Optional<JsonNode> shape(ApiOperation operation, Answer answer) {
        return Optional.ofNullable(
                        operation.bodies(Integer.toString(answer.status())).get("application/json"))
                .flatMap(mediaType -> ApiOperation.examples(mediaType).stream().findFirst());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<String> faults(String where, Map<String, JsonNode> bodies) {
        List<String> faults = new ArrayList<>();
        bodies.forEach((type, mediaType) -> {
            if (!type.endsWith("json")) {
                return;
            }
            List<JsonNode> examples = ApiOperation.examples(mediaType);
            if (examples.isEmpty()) {
                faults.add(where + " has no example");
            }
            examples.forEach(example -> api.faults(mediaType.path("schema"), example).stream()
                    .map(fault -> where + ": " + fault + " in " + example)
                    .forEach(faults::add));
        });
        return faults;
    }
}
