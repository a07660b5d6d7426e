package org.lethe.requester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.deletion.NewDeletion;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.reply.RequestKey;
import org.lethe.settings.Secret;

class RequestTextTest {

    private static final UUID OWNER = UUID.fromString("0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b");

    @Test
    void anAlbumShouldBeReadWithItsTerms() {
        NewDeletion wanted = RequestText.read("{\"version\": 1, \"albumId\": \"a\", \"restoreWindow\": \"P7D\","
                + " \"callback\": {\"url\": \"https://photos.example/\"}, \"unheardOf\": 7}");

        assertThat(wanted)
                .isEqualTo(new NewDeletion(null, "a", null, "P7D", null, Map.of("url", "https://photos.example/")));
    }

    @Test
    void photosShouldBeRead() {
        assertThat(RequestText.read("{\"version\": 1, \"photoIds\": [\"a\", \"b\"], \"albumId\": null}")
                        .photoIds())
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"albumId\": \"a\"}                             | version",
                "{\"version\": 2, \"albumId\": \"a\"}             | version",
                "{\"version\": 1.5, \"albumId\": \"a\"}           | version",
                "{\"version\": \"1\", \"albumId\": \"a\"}         | version",
                "{\"version\": 1, \"albumId\": 7}                 | albumId",
                "{\"version\": 1, \"photoIds\": \"a\"}            | photoIds",
                "{\"version\": 1, \"photoIds\": [7]}              | photoIds[0]",
                "{\"version\": 1, \"restoreWindow\": {}}          | restoreWindow"
            })
    void whatIsNotARequestShouldBeRefusedWithTheField(String text, String field) {
        assertThat(refusal(text).errors()).extracting(FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"version\": 1, \"version\": 1}", "{} {}"})
    void whatIsNoObjectShouldBeRefused(String text) {
        assertThat(refusal(text).status()).isEqualTo(400);
    }

    @Test
    void whatIsTooLongShouldBeRefused() {
        assertThat(refusal(" ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    }

    @Test
    void aKeyShouldNeverBeTakenForAMessage() {
        RequestKey named = RequestText.key(OWNER, request(Optional.of("ID:7")));
        RequestKey unnamed = RequestText.key(OWNER, request(Optional.empty()));

        assertThat(named).isEqualTo(new RequestKey(OWNER, "key ID:7"));
        assertThat(unnamed).isEqualTo(new RequestKey(OWNER, "message ID:7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
    void aKeyThatIsNoneShouldBeRefused(String key) {
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> RequestText.key(OWNER, request(Optional.of(key))))
                .problem();

        assertThat(problem.status()).isEqualTo(400);
    }

    @Test
    void whatAPersonIsShownShouldNotHaveTheTokenNorTheText() {
        UnreadableMessage shown =
                RequestText.unanswerable(request(Optional.empty()), Problem.of("malformed", 400, "No."));

        assertThat(List.of(
                        shown.description(),
                        shown.why(),
                        request(Optional.empty()).toString()))
                .noneMatch(text -> text.contains("lethe_secret"));
        assertThat(shown.description()).doesNotContain("the text").contains("ID:7");
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(ProblemException.class, () -> RequestText.read(text))
                .problem();
    }

    private static ReceivedRequest request(Optional<String> key) {
        return new ReceivedRequest(
                "ID:7",
                Optional.of("the text"),
                Optional.of(new Secret("lethe_secret")),
                key,
                Optional.empty(),
                Optional.empty());
    }
}
