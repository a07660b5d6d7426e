package org.lethe.it.client;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.client.Client;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@DisplayName("./lethe upload and ./lethe delete")
class CommandsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @TempDir
    Path directory;

    private final String album = "Album " + UUID.randomUUID();
    private LetheClient owner;
    private String token;
    private Path pictures;

    @BeforeEach
    void anOwnerWithPictures() throws IOException {
        owner = lethe.newOwner();
        token = owner.post("api/tokens", "{\"name\": \"commands\", \"scopes\": [\"read\", \"write\", \"delete\"]}")
                .expect(201)
                .json()
                .getString("token");
        pictures = Files.createDirectories(directory.resolve("pictures/below/further"))
                .getParent()
                .getParent();
        for (int i = 0; i < 6; i++) {
            Files.write(
                    pictures.resolve(i % 2 == 0 ? "día " + i + ".jpg" : "below/" + i + ".JPG"),
                    Pictures.saying(UUID.randomUUID().toString()));
        }
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
    }

    @AfterEach
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void everythingBelowADirectoryShouldBeUploadedOnce() throws Exception {
        Files.copy(pictures.resolve("día 0.jpg"), pictures.resolve("below/further/copy of 0.jpg"));

        assertThat(upload())
                .satisfies(first -> assertThat(first.exitCode()).isZero(), first -> assertThat(first.output())
                        .contains("6 uploaded", "1 already there", "1 files left out"));
        assertThat(filenames()).contains("día 2.jpg", "1.JPG").hasSize(6);

        Files.write(
                pictures.resolve("one more.jpg"),
                Pictures.saying(UUID.randomUUID().toString()));
        Run again = upload();
        assertThat(again.output()).contains("1 uploaded", "7 already there");
        assertThat(again.exitCode()).isZero();
        assertThat(filenames()).contains("one more.jpg").hasSize(7);
    }

    @Test
    void anUploadThatWasKilledShouldGoOnWithWhatIsMissing() throws Exception {
        for (int i = 0; i < 150; i++) {
            Files.write(
                    pictures.resolve("many " + i + ".jpg"),
                    Pictures.saying(UUID.randomUUID().toString()));
        }
        Process killed = start("upload", pictures.toString(), "--album", album, "--parallel", "2");
        Awaitility.await("some are there").atMost(Duration.ofSeconds(30)).until(() -> !filenames()
                .isEmpty());
        killed.destroyForcibly().waitFor();
        int before = filenames().size();

        Run again = upload();

        assertThat(before).isLessThan(156);
        assertThat(again.exitCode()).isZero();
        assertThat(filenames()).hasSize(156).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeUploadedShouldBeToldAndTheOthersBeUploaded() throws Exception {
        Files.writeString(pictures.resolve("broken.jpg"), "no picture");

        Run run = upload();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("broken.jpg", "1 FAILED", "6 uploaded");
    }

    @Test
    void whatCannotBeginShouldSayWhy() throws Exception {
        Run nobody =
                run(List.of("upload", pictures.toString(), "--album", album, "--url", "http://127.0.0.1:1"), token, "");
        Run stranger = run(List.of("upload", pictures.toString(), "--album", album), "lethe_" + "a".repeat(43), "");
        Run unknown = run(List.of("delete", album), token, "");
        Run wrong = run(List.of("upload", "--album"), token, "");

        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.output()).contains("Nothing answers at http://127.0.0.1:1");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.output()).contains("401").doesNotContain("Exception");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("There is no album");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).contains("Usage: ./lethe upload");
    }

    @Test
    void anAlbumShouldBeDeletedAndWatchedUntilItIsGone() throws Exception {
        upload();
        List<UUID> keys =
                photos().stream().map(photo -> lethe.fileKey(photo.id())).toList();

        Run run = run(List.of("delete", album, "--watch", "--yes"), token, "");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("6 photos", " files gone from main and backup, none left");
        assertThat(keys).allSatisfy(key -> {
            assertThat(lethe.main().path(key)).doesNotExist();
            assertThat(lethe.backup().path(key)).doesNotExist();
        });
    }

    @Test
    void nothingShouldBeDeletedBeforeItIsConfirmed() throws Exception {
        upload();

        Run refused = run(List.of("delete", album), token, "no\n");
        Run silent = run(List.of("delete", album), token, "");
        int left = photos().size();
        Run confirmed = run(List.of("delete", album, "--watch"), token, "y\n");

        assertThat(List.of(refused.exitCode(), silent.exitCode(), confirmed.exitCode()))
                .containsExactly(2, 2, 0);
        assertThat(left).isEqualTo(6);
    }

    @Test
    void aFileThatCannotBeRemovedShouldBeTold() throws Exception {
        upload();
        UUID key = lethe.fileKey(photos().get(0).id());
        lethe.main().block(key);

        Run run = run(List.of("delete", album, "--watch", "--yes"), token, "");

        lethe.main().unblock(key);
        lethe.database()
                .texts(
                        "select id from failure where state = 'OPEN' and owner_id = (select id from account where login = ?)",
                        owner.login())
                .forEach(failure -> lethe.admin()
                        .post("api/admin/failures/" + failure + "/retry")
                        .expect(200));
        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("1 could not be removed");
    }

    private Run upload() throws Exception {
        return run(List.of("upload", pictures.toString(), "--album", album), token, "");
    }

    private List<String> filenames() {
        return photos().stream().map(Photo::filename).toList();
    }

    private List<Photo> photos() {
        return owner.get("api/albums").expect(200).items().stream()
                .map(item -> UUID.fromString(item.asJsonObject().getString("id")))
                .flatMap(id -> owner.photos(id).stream())
                .toList();
    }

    private record Run(int exitCode, String output) {}

    /** Runs it as the script does, in a process of its own. */
    private Run run(List<String> arguments, String withToken, String input) throws Exception {
        Path output = Files.createTempFile(directory, "output", "");
        Process process =
                builder(arguments, withToken).redirectOutput(output.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notAsked) {
            assertThat(process.isAlive() && input.isEmpty()).isFalse();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private Process start(String... arguments) throws IOException {
        return builder(List.of(arguments), token)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(List<String> arguments, String withToken) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Client.class.getName()));
        command.addAll(arguments);
        if (!arguments.contains("--url")) {
            command.addAll(List.of("--url", lethe.url().toString()));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LETHE_TOKEN", withToken);
        builder.environment().put("LC_ALL", "C.UTF-8"); // file names that are not ASCII
        return builder;
    }
}
