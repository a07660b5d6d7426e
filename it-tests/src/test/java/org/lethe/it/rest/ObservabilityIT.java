package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("The dashboard and the alerts")
class ObservabilityIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final Path DIRECTORY = Path.of("../server-config/observability");
    private static final Pattern METRIC = Pattern.compile("\\blethe_[a-z_]+\\b");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"");

    @Test
    void shouldNameOnlyWhatANodeTells() throws IOException {
        plantFailure("a cause of ObservabilityIT");
        Awaitility.await("a gauge of the group").atMost(LetheClient.DEADLINE).until(() -> metrics()
                .contains("cause=\"a cause of ObservabilityIT\""));
        Set<String> told = names(metrics().lines().filter(line -> !line.startsWith("#")));

        List<String> dashboard = new ObjectMapper()
                .readTree(DIRECTORY.resolve("grafana-dashboard.json").toFile())
                .findValuesAsText("expr");
        List<String> rules = new ObjectMapper(new YAMLFactory())
                .readTree(DIRECTORY.resolve("prometheus-alerts.yml").toFile())
                .findValuesAsText("expr");

        assertThat(dashboard).hasSizeGreaterThan(20);
        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(names(dashboard.stream())).isNotEmpty().isSubsetOf(told);
        assertThat(names(rules.stream())).isNotEmpty().isSubsetOf(told);
        assertThat(names(Stream.of(Files.readString(DIRECTORY.resolve("README.md")))))
                .isNotEmpty()
                .isSubsetOf(told);
    }

    @Test
    void shouldSelectByLabelsThatThereAre() throws IOException {
        String metrics = metrics();
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(DIRECTORY.resolve("prometheus-alerts.yml").toFile());

        Set<String> labels = Files.readString(DIRECTORY.resolve("grafana-dashboard.json"))
                .replace("\\\"", "\"")
                .lines()
                .filter(line -> line.contains("\"expr\""))
                .flatMap(line -> LABEL.matcher(line).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        labels.remove("job"); // Prometheus adds it
        rules.findValuesAsText("expr")
                .forEach(rule -> LABEL.matcher(rule).results().forEach(found -> labels.add(found.group(1))));

        assertThat(labels).isNotEmpty().allSatisfy(label -> assertThat(metrics).contains(label + "=\""));
    }

    @Test
    void aGroupWithoutOpenFailuresShouldBeTakenAway() {
        plantFailure("a passing cause");
        Awaitility.await("its gauge").atMost(LetheClient.DEADLINE).until(() -> metrics()
                .contains("a passing cause"));

        lethe.database().execute("delete from failure where cause = 'a passing cause'");

        Awaitility.await("no gauge").atMost(LetheClient.DEADLINE).until(() -> !metrics()
                .contains("a passing cause"));
    }

    private void plantFailure(String cause) {
        lethe.database()
                .execute(
                        "insert into failure (id, kind, state, queue, cause, error) values"
                                + " (?, 'MESSAGE', 'OPEN', 'lethe.removal.main', ?, 'planted')",
                        UUID.randomUUID(),
                        cause);
    }

    private String metrics() {
        return lethe.anonymous().get("metrics?scope=application").expect(200).text();
    }

    private static Set<String> names(Stream<String> texts) {
        return texts.flatMap(text -> METRIC.matcher(text).results().map(found -> found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
