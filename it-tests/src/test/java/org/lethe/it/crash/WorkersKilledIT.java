package org.lethe.it.crash;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.crash.Crashing.POINTS;
import static org.lethe.it.crash.Crashing.REMOVAL_SESSIONS;
import static org.lethe.it.crash.Crashing.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.SeedAlbum;

/** Every worker dies between the first and the second file of its chunk, as often as the broker tries. */
class WorkersKilledIT {
    @RegisterExtension
    static final Lethe LETHE = Crashing.lethe();

    private static final String AFTER_FIRST_FILE = "storage.file-1.after";
    private static final int SESSIONS = 2 * REMOVAL_SESSIONS;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final LetheClient owner = LETHE.newOwner();

    @AfterEach
    void release() {
        POINTS.release();
    }

    @Test
    void onlyWhatWasTriedShouldBeDeadWhenWorkersDieAsOftenAsAttemptsAreAllowed(TestReporter reporter) {
        int chunks = 3 * REMOVAL_SESSIONS;
        UUID album = owner.createAlbum("large");
        SeedAlbum.add(LETHE, album, chunks * Crashing.CHUNK_SIZE);
        POINTS.armForAll(AFTER_FIRST_FILE);

        Deletion deletion = owner.deleteAlbum(album);
        List<Set<UUID>> triedOnMain = new ArrayList<>();
        for (int death = 1; death <= Lethe.MAX_ATTEMPTS; death++) {
            triedOnMain.add(killWhileEveryWorkerIsBetweenTwoFiles(death == Lethe.MAX_ATTEMPTS));
        }
        LETHE.installation().server().awaitReady(Duration.ofMinutes(4));

        LETHE.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .crashes(Lethe.MAX_ATTEMPTS)
                .awaitQuiet()
                .assertHolds();
        Map<UUID, String> states = statesOnMain(deletion.id());
        Set<UUID> triedEachTime = new HashSet<>(triedOnMain.get(0));
        triedOnMain.forEach(triedEachTime::retainAll);
        Set<UUID> failed = new HashSet<>(states.keySet());
        failed.removeIf(key -> states.get(key).equals("GONE"));
        reporter.publishEntry(Map.of(
                "files on main", Integer.toString(states.size()),
                "tried each time", Integer.toString(triedEachTime.size()),
                "failed", Integer.toString(failed.size())));
        assertThat(triedEachTime).isNotEmpty();
        assertThat(failed).isEqualTo(triedEachTime);
        assertThat(failed).hasSizeLessThan(states.size());

        List<Failure> failures = LETHE.admin().failuresOf(deletion.id());
        assertThat(failures).extracting(Failure::cause).containsOnly("no attempt came to an end");
        failures.forEach(failure -> LETHE.admin().retry(failure.id()));
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        owner.deletion(deletion.id()).state())
                .isEqualTo("COMPLETED"));
    }

    @Test
    void messagesThatComeTwiceAroundACrashShouldHaveOneEffect() {
        UUID album = owner.createAlbum("twice");
        SeedAlbum.add(LETHE, album, REMOVAL_SESSIONS * Crashing.CHUNK_SIZE);
        POINTS.armForAll(AFTER_FIRST_FILE);
        Deletion deletion = owner.deleteAlbum(album);
        Awaitility.await("every session at work")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> POINTS.at(AFTER_FIRST_FILE).size() == SESSIONS);

        messagesOf(deletion.id())
                .forEach((queue, messages) -> messages.forEach(message -> {
                    LETHE.broker().send(queue, message);
                    LETHE.broker().send(queue, message);
                }));
        LETHE.installation().server().kill();
        POINTS.release();
        LETHE.installation().server().start();

        LETHE.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .crashes(1)
                .awaitQuiet()
                .assertHolds();
        assertThat(owner.deletion(deletion.id()).state()).isEqualTo("COMPLETED");
    }

    /** The messages of a deletion's removals, as they were sent at first, by their queue. */
    private static Map<String, List<String>> messagesOf(UUID deletion) {
        return Map.of(Broker.MAIN, messagesOf(deletion, "main"), Broker.BACKUP, messagesOf(deletion, "backup"));
    }

    private static List<String> messagesOf(UUID deletion, String storage) {
        return LETHE.database()
                .texts(
                        "select json_build_object('version', 1, 'type', 'RemoveFiles', 'deletionId', deletion_id, 'storage',"
                                + " storage, 'generation', generation, 'removalId', id) from file_removal"
                                + " where deletion_id = ? and storage = ?",
                        deletion,
                        storage);
    }

    /** Answers the keys of all files on main that were being removed. */
    private Set<UUID> killWhileEveryWorkerIsBetweenTwoFiles(boolean lastTime) {
        Awaitility.await("every session at work")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> POINTS.at(AFTER_FIRST_FILE).size() == SESSIONS);
        Set<UUID> onMain = keysOnMain(POINTS.at(AFTER_FIRST_FILE));
        LETHE.installation().server().kill();
        POINTS.release();
        if (!lastTime) {
            POINTS.armForAll(AFTER_FIRST_FILE);
        }
        LETHE.installation().server().startAndForget();
        return onMain;
    }

    private static Set<UUID> keysOnMain(List<String> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.startsWith("main "))
                .flatMap(chunk -> KEY.matcher(chunk).results())
                .map(MatchResult::group)
                .map(UUID::fromString)
                .collect(toSet());
    }

    private static Map<UUID, String> statesOnMain(UUID deletion) {
        return LETHE
                .database()
                .rows(
                        "select unnest(file_keys), state from file_removal where deletion_id = ? and storage = 'main'",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        deletion)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
