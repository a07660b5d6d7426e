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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every page of the console")
class EveryPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private LetheClient admin;
    private UUID blocked;
    private Deletion deletion;
    private String failure;

    @BeforeAll
    void somebodyAndSomethingThatFailed() {
        admin = lethe.newAccount("operator", "admin");
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Looked at", 1);
        blocked = lethe.fileKey(owner.photos(album).get(0).id());
        lethe.main().block(blocked);
        deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        failure = admin.failuresOf(deletion.id()).get(0).id().toString();
    }

    @AfterAll
    void itIsMended() {
        lethe.main().unblock(blocked);
        admin.retry(UUID.fromString(failure));
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
                "storages",
                "storages/backup",
                "redelivery",
                "redelivery/lethe.removal.plan",
                "redelivery/lethe.removal.plan?edit=1",
                "policies",
                "policies/new?cause=access+denied",
                "notifications",
                "notifications/channels",
                "notifications/channels/new",
                "audit",
                "access",
                "access/tokens"
            })
    void shouldHaveNoBarriersInBothThemesAndFitASmallScreenInBothLanguages(String page) {
        console.open(page.replace("DELETION", deletion.id().toString()).replace("FAILURE", failure));
        console.settle();
        console.script("document.documentElement.dataset.theme = 'light'");
        assertThat(console.barriers()).as("light").isEmpty();
        console.script("document.documentElement.dataset.theme = 'dark'");
        assertThat(console.faintTexts()).as("dark").isEmpty();
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
