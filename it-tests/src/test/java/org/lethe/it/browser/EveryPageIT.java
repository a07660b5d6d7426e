package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;
import org.lethe.it.StubbornFiles;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every page of the console")
class EveryPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final String POLICIES = "api/admin/error-policies";
    private static final String CHANNELS = "api/admin/notifications/channels";

    private LetheClient admin;
    private UUID blocked;
    private Deletion deletion;
    private String failure;
    private String redrive;
    private String policy;
    private String channel;

    @BeforeAll
    void somebodyAndSomethingThatFailed() {
        admin = lethe.newAccount("operator", "admin");
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Looked at", 1);
        blocked = lethe.fileKey(owner.photos(album).get(0).id());
        lethe.main().block(blocked);
        deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        failure = admin.failuresOf(deletion.id()).get(0).id().toString();
        redrive = redriveThatIsOver(owner);
        policy = idOf(
                POLICIES,
                "{\"policy\": {\"name\": \"Looked at\", \"match\": {\"cause\": \"seen on every page\"}, \"action\": \"RETRY\","
                        + " \"maxAttempts\": 3}, \"reason\": \"To look at\"}");
        channel = idOf(
                CHANNELS,
                "{\"name\": \"Looked at\", \"kind\": \"SLACK\", \"enabled\": false, \"tells\": [\"FAILURES\"],"
                        + " \"target\": {\"secret\": \"https://nobody.invalid/services/T0/B0/secret\"},"
                        + " \"reason\": \"To look at\"}");
    }

    private String redriveThatIsOver(LetheClient owner) {
        StubbornFiles files = StubbornFiles.add(lethe, owner, 2);
        files.unblock();
        Redrive over = Redrive.start(admin, files.deletion(), "\"ramp\": [1]").await("COMPLETED");
        files.awaitGone();
        return over.json().getString("id");
    }

    private String idOf(String path, String body) {
        return admin.post(path, body).expect(201).json().getString("id");
    }

    private void delete(String path) {
        admin.send(admin.request(path + "?reason=Looked+at")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(204);
    }

    @AfterAll
    void itIsMended() {
        lethe.main().unblock(blocked);
        admin.retry(UUID.fromString(failure));
        delete(POLICIES + '/' + policy);
        delete(CHANNELS + '/' + channel);
    }

    @BeforeEach
    void signedIn() {
        console.signIn(admin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "overview?due=lethe.removal.main",
                "deletions",
                "deletions/DELETION",
                "failures",
                "failures/FAILURE",
                "failures?state=VOID&q=nothing",
                "redrives",
                "redrives/REDRIVE",
                "storages",
                "storages/backup",
                "redelivery",
                "redelivery/lethe.removal.plan",
                "redelivery/lethe.removal.plan?edit=1",
                "policies",
                "policies/new?cause=access+denied",
                "policies/POLICY",
                "policies/POLICY?edit=1",
                "notifications",
                "notifications/channels",
                "notifications/channels/new",
                "notifications/channels/CHANNEL",
                "audit",
                "access",
                "access/tokens"
            })
    void shouldHaveNoBarriersInBothThemesAndFitASmallScreenInBothLanguages(String page) {
        console.open(page.replace("DELETION", deletion.id().toString())
                .replace("FAILURE", failure)
                .replace("REDRIVE", redrive)
                .replace("POLICY", policy)
                .replace("CHANNEL", channel));
        console.settle();
        console.seeNoBarriers();
        console.size(360, 740);
        for (String language : new String[] {"en", "ko"}) {
            console.choose(language);
            assertThat(console.script("return document.documentElement.scrollWidth"))
                    .as("%s, in pixels", language)
                    .isEqualTo(360L);
        }
        assertThat(console.barriers()).as("small").isEmpty();
    }

    @Test
    void shouldBeInKoreanWhenChosen() {
        console.choose("ko");

        console.see("사람이 볼 일");
        console.press("재전달");
        console.see("실패를 사람에게 넘기기 전에");
        console.open("failures");
        console.see("상태");
    }

    @ParameterizedTest
    @CsvSource({"overview, en", "overview, ko", "failures, ko", "redelivery, ko"})
    void shouldLoadLittleAndNothingFromOutside(String page, String language) {
        console.choose(language);
        console.open(page);
        console.settle();

        assertThat(
                        (Long)
                                console.script(
                                        "return performance.getEntriesByType('resource')"
                                                + ".filter(one => one.name.endsWith('.js')).reduce((sum, one) => sum + one.decodedBodySize, 0)"))
                .as("bytes of script")
                .isLessThan(100_000);
        assertThat(console.script("return performance.getEntriesByType('resource')"
                        + ".filter(one => !one.name.startsWith(location.origin)).length"))
                .isEqualTo(0L);
    }
}
