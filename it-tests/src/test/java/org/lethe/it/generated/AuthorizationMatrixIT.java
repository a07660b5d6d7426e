package org.lethe.it.generated;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.lethe.it.Answer;
import org.lethe.it.ApiDocument;
import org.lethe.it.ApiOperation;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.OwnerSnapshot;

/**
 * Every operation × everybody who could come × what is their own, another's, or nobody's. What must be answered is taken
 * from the description of the API, never from the code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Who may do what, of every operation that is described")
class AuthorizationMatrixIT {
    @RegisterExtension
    static final Lethe lethe = Generated.lethe();

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Where the one resource that the fixture can make is not in the state for it. */
    private static final Map<String, Integer> NOT_IN_THIS_STATE = Map.of(
            "POST /api/deletions/{id}/confirm", 409,
            "POST /api/deletions/{id}/cancel", 409);

    private ApiDocument api;
    private List<Actor> actors;
    private Browser browser;
    private LetheClient victim;
    private Fixtures victims;
    private OwnerSnapshot filesBefore;
    private RowsOf before;

    @BeforeAll
    void everybody() {
        api = ApiDocument.publishedBy(lethe);
        actors = Actors.of(lethe);
        browser = new Browser(lethe);
        victim = lethe.newAccount("owner");
        victims = new Fixtures(lethe, victim, Set.of("owner")).withAll(api.operations());
        api.operations().stream()
                .flatMap(operation -> ExampleRequest.of(operation).stream())
                .flatMap(request -> request.references().stream())
                .filter(Fixtures::isOwned)
                .forEach(victims::kept);
        before = RowsOf.account(lethe, victim.login());
        filesBefore = OwnerSnapshot.of(lethe, victim);
    }

    @AfterAll
    void everythingHolds() {
        lethe.invariants().unchanged(filesBefore).awaitQuiet().assertHolds();
    }

    @TestFactory
    Stream<DynamicTest> onlyWhoMay() {
        return requests()
                .map(request -> test(request, () -> {
                    List<String> faults = new ArrayList<>();
                    for (Actor actor : withSession()) {
                        faults.addAll(
                                actor.refusal(request.operation()).isPresent()
                                        ? refused(actor, request)
                                        : done(actor, request));
                    }
                    assertThat(faults).isEmpty();
                    assertThat(RowsOf.account(lethe, victim.login()).changesSince(before))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAnothersIsAsIfItWereNotThere() {
        return requests()
                .filter(request -> request.references().stream().anyMatch(Fixtures::isOwned))
                .map(request -> test(request, () -> {
                    for (Actor actor : actors) {
                        if (actor.refusal(request.operation()).isEmpty()) {
                            request.references().stream()
                                    .filter(Fixtures::isOwned)
                                    .forEach(reference -> asIfNotThere(actor, request, reference));
                        }
                    }
                    assertThat(RowsOf.account(lethe, victim.login()).changesSince(before))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAnothersIsInNoList() {
        Set<String> foreign = before.rows().stream()
                .flatMap(row ->
                        Pattern.compile("\"id\": \"([^\"]+)\"").matcher(row).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return requests()
                .filter(request -> request.operation().isSafe()
                        && request.references().isEmpty()
                        && request.operation().roles().equals(Set.of("owner")))
                .map(request -> test(request, () -> actors.stream()
                        .filter(actor -> actor.refusal(request.operation()).isEmpty())
                        .map(actor -> send(actor, request, Map.of()).text())
                        .forEach(text -> assertThat(foreign).noneMatch(text::contains))));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsThereThatIsNotDescribed() {
        Map<String, Set<String>> described = api.operations().stream()
                .collect(Collectors.groupingBy(
                        ApiOperation::path,
                        LinkedHashMap::new,
                        Collectors.mapping(ApiOperation::method, Collectors.toSet())));
        return described.entrySet().stream()
                .map(path -> DynamicTest.dynamicTest("nothing but " + path, () -> METHODS.stream()
                        .filter(method -> !path.getValue().contains(method))
                        .forEach(method -> notThere(method, path.getKey()))));
    }

    private void notThere(String method, String path) {
        String real = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()).substring(1);
        for (String address : List.of(real, real + "/nothing")) {
            if (api.operations().stream().anyMatch(ApiOperation::isForEverybody) && !address.startsWith("api/")) {
                continue;
            }
            LetheClient nobody = lethe.anonymous();
            int unknown = nobody.send(nobody.request(address).method(method, noBody()))
                    .status();
            LetheClient everything = actors.stream()
                    .filter(actor -> actor.roles().equals(Optional.of(Actors.ROLES)))
                    .findFirst()
                    .orElseThrow()
                    .client();
            int known = everything
                    .send(everything.request(address).method(method, noBody()))
                    .status();
            assertThat(List.of(unknown, known))
                    .as(method + ' ' + address + " by nobody, and by an account with every role")
                    .isIn(List.of(401, 405), List.of(401, 404), List.of(404, 404), List.of(405, 405));
        }
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }

    /** Everybody, and somebody who has just signed in with a browser: what they try may end the session. */
    private List<Actor> withSession() {
        List<Actor> all = new ArrayList<>(actors);
        all.add(browser.actor());
        return all;
    }

    /** Refused in the same way, whether it is theirs, another's, or nobody's. */
    private List<String> refused(Actor actor, ExampleRequest request) {
        int expected = actor.refusal(request.operation()).orElseThrow();
        List<String> faults = new ArrayList<>();
        for (Target target : Target.values()) {
            if (!isWorthTrying(actor, request, target)) {
                continue;
            }
            Answer answer = send(actor, request, ids(actor, request, target));
            if (answer.status() != expected) {
                faults.add(expected + " expected for " + actor + ", " + target + ": " + answer);
            }
        }
        return faults;
    }

    /** Whom nobody knows is refused before anybody looks at what is asked for, so one is enough. */
    private static boolean isWorthTrying(Actor actor, ExampleRequest request, Target target) {
        if (actor.roles().isEmpty()) {
            return target == Target.FOREIGN;
        }
        return target != Target.OWN || canHave(actor, request);
    }

    private static boolean canHave(Actor actor, ExampleRequest request) {
        return actor.fixtures()
                .filter(fixtures -> request.references().stream().allMatch(fixtures::canHave))
                .isPresent();
    }

    private List<String> done(Actor actor, ExampleRequest request) {
        Map<String, String> ids = fixtures(actor).fresh(request.references());
        Answer answer = Awaitility.await(request.operation() + " is not to come again for")
                .atMost(LetheClient.DEADLINE)
                .pollDelay(Duration.ZERO)
                .until(() -> send(actor, request, ids), ready -> ready.header("Retry-After")
                        .isEmpty());
        if (!actor.comesAsAskedFor(request.operation())) {
            return answer.status() >= 400 ? List.of() : List.of("No success expected for " + actor + ": " + answer);
        }
        boolean isDone = answer.status() / 100 == 2
                || answer.status()
                        == NOT_IN_THIS_STATE.getOrDefault(request.operation().toString(), 200);
        boolean isAllowed = answer.status() != 401 && answer.status() != 403 && answer.status() != 404;
        return isDone || (isAllowed && !actor.hasAllRolesFor(request.operation()))
                ? List.of()
                : List.of("Success expected for " + actor + ": " + answer);
    }

    /** Another's and nobody's are answered in the same words; everything else that the request refers to is their own. */
    private void asIfNotThere(Actor actor, ExampleRequest request, String reference) {
        Map<String, String> ids = new LinkedHashMap<>();
        request.references().forEach(other -> ids.put(other, fixtures(actor).kept(other)));
        ids.put(reference, victims.kept(reference));
        Answer foreign = send(actor, request, ids);
        ids.put(reference, UUID.randomUUID().toString());
        Answer unknown = send(actor, request, ids);

        assertThat(foreign.status()).as(foreign.toString()).isIn(404, 422).isEqualTo(unknown.status());
        assertThat(withoutIds(foreign)).isEqualTo(withoutIds(unknown));
        assertThat(foreign.headerNames()).isEqualTo(unknown.headerNames());
    }

    private static String withoutIds(Answer answer) {
        return answer.text().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private Map<String, String> ids(Actor actor, ExampleRequest request, Target target) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String reference : request.references()) {
            ids.put(
                    reference,
                    switch (target) {
                        case OWN -> fixtures(actor).kept(reference);
                        case FOREIGN -> victims.kept(reference);
                        case UNKNOWN -> UUID.randomUUID().toString();
                    });
        }
        return ids;
    }

    private Fixtures fixtures(Actor actor) {
        return actor.fixtures().orElse(victims);
    }

    private static Answer send(Actor actor, ExampleRequest request, Map<String, String> ids) {
        return actor.client().send(request.from(actor.client(), ids::get));
    }

    private Stream<ExampleRequest> requests() {
        return api.operations().stream().flatMap(operation -> ExampleRequest.of(operation).stream());
    }

    private static DynamicTest test(ExampleRequest request, Executable check) {
        return DynamicTest.dynamicTest(request.operation() + " " + request.type(), check);
    }

    private enum Target {
        OWN,
        FOREIGN,
        UNKNOWN
    }
}
