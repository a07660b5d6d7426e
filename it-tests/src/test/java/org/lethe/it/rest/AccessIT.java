package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.OwnerSnapshot;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@DisplayName("Who may do what")
class AccessIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @ParameterizedTest
    @ValueSource(strings = {"api/albums", "api/deletions", "api/admin/failures", "api/admin/accounts", "api/not/there"})
    void nothingShouldBeAnsweredWithoutCredentials(String path) {
        Answer answer = lethe.anonymous().get(path);

        assertThat(answer).isProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Basic realm=");
    }

    @Test
    void aWrongPasswordShouldBeAnsweredAsAnUnknownLogin() {
        Answer wrong = lethe.client("admin", "not the password").get("api/albums");
        Answer unknown = lethe.client("nobody", "not the password").get("api/albums");

        assertThat(wrong).isProblem(401, "unauthorized").hasHeader("WWW-Authenticate");
        assertThat(unknown).isProblem(401, "unauthorized").hasHeader("WWW-Authenticate");
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Bearer abc", "Basic AA=="})
    void credentialsThatAreNoneShouldBeAnsweredAsNoCredentials(String header) {
        LetheClient nobody = lethe.anonymous();

        assertThat(nobody.send(nobody.request("api/albums")
                        .header("Authorization", header)
                        .GET()))
                .isProblem(401, "unauthorized");
    }

    @Test
    void anOwnerShouldNotSeeToFailuresOrAccounts() {
        LetheClient owner = lethe.newOwner();

        assertThat(owner.get("api/admin/failures")).isProblem(403, "forbidden");
        assertThat(owner.get("api/admin/conservation")).isProblem(403, "forbidden");
        assertThat(owner.post("api/admin/failures/" + UUID.randomUUID() + "/retry"))
                .isProblem(403, "forbidden");
        assertThat(owner.get("api/admin/accounts")).isProblem(403, "forbidden");
        assertThat(owner.post("api/admin/accounts", "{}")).isProblem(403, "forbidden");
    }

    @Test
    void anOperatorShouldSeeToFailuresAndNotToAccounts() {
        LetheClient operator = lethe.newAccount("operator");

        assertThat(operator.get("api/albums")).isProblem(403, "forbidden");
        assertThat(operator.get("api/admin/failures")).hasStatus(200);
        assertThat(operator.get("api/admin/conservation")).hasStatus(200);
        assertThat(operator.get("api/admin/accounts")).isProblem(403, "forbidden");
        assertThat(operator.post("api/admin/accounts", "{}")).isProblem(403, "forbidden");
    }

    @Test
    void whatBelongsToAnotherShouldBeAnsweredAsIfItWereNotThere() {
        LetheClient another = lethe.newOwner();
        UUID album = another.createAlbum("Another's", 2);
        Photo photo = another.photos(album).get(0);
        Deletion deletion = another.deletePhoto(another.photos(album).get(1).id());
        another.awaitOver(deletion.id());
        OwnerSnapshot before = OwnerSnapshot.of(lethe, another);
        LetheClient curious = lethe.newAccount("owner", "operator", "admin");

        List<Answer> answers = Stream.of(
                        curious.get("api/albums/" + album),
                        curious.get("api/albums/" + album + "/photos"),
                        curious.delete("api/albums/" + album),
                        curious.send(curious.uploadOf(album, Pictures.saying("1"))),
                        curious.get("api/photos/" + photo.id()),
                        curious.get("api/photos/" + photo.id() + "/content"),
                        curious.delete("api/photos/" + photo.id()),
                        curious.get("api/deletions/" + deletion.id()),
                        curious.post("api/deletions/" + deletion.id() + "/restore"),
                        curious.post("api/deletions", "{\"albumId\": \"" + album + "\"}"))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isProblem(404, "not-found"));
        assertThat(curious.requestDeletionOf(List.of(photo.id()))).isProblem(422, "unknown-photos");
        assertThat(curious.get("api/albums").items()).isEmpty();
        assertThat(curious.get("api/deletions").items()).isEmpty();
        lethe.invariants().unchanged(before).awaitQuiet().assertHolds();
    }

    @Test
    void whatAnotherOwnerDeletesShouldLeaveMineAsItIs() {
        LetheClient mine = lethe.newOwner();
        mine.createAlbum("Mine", 5);
        OwnerSnapshot before = OwnerSnapshot.of(lethe, mine);
        LetheClient another = lethe.newOwner();

        Deletion deletion = another.deleteAlbum(another.createAlbum("Mine", 5));

        assertThat(another.awaitOver(deletion.id())).isCompletedFor(5);
        lethe.invariants().unchanged(before).awaitQuiet().assertHolds();
    }

    @Test
    void aLoginThatIsDisabledShouldBeAStrangerAtOnce() {
        LetheClient owner = lethe.newOwner();
        URI account = account(owner.login());
        assertThat(owner.get("api/albums")).hasStatus(200);

        assertThat(lethe.admin().delete(account.toString())).hasStatus(204);

        assertThat(owner.get("api/albums")).isProblem(401, "unauthorized");
    }

    private static URI account(String login) {
        return URI.create("api/admin/accounts/"
                + lethe.database()
                        .texts("select id from account where login = ?", login)
                        .get(0));
    }
}
