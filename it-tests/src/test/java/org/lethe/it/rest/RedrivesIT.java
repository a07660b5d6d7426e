package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;
import org.lethe.it.StubbornFiles;
import org.lethe.it.WaitingTest;

@DisplayName("Sending many failures again together")
class RedrivesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.named("redelivery", builder -> builder);

    private static final String AT_ONCE = "\"ratePerSecond\": 1000, \"ramp\": []";

    private final LetheClient owner = lethe.newOwner();
    private final LetheClient operator = lethe.newAccount("operator");
    private StubbornFiles files;

    @AfterEach
    void theyAreMended() {
        files.unblock();
        Redrive.start(operator, files.deletion(), AT_ONCE).await("COMPLETED");
        files.awaitGone();
    }

    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @WaitingTest
    void aDryRunShouldCountAndChangeNothing() {
        files = StubbornFiles.add(lethe, owner, 3);

        Answer answer = operator.post(
                "api/admin/redrives",
                "{\"filter\": {\"deletion\": \"%s\"}, \"dryRun\": true, \"ratePerSecond\": 2}"
                        .formatted(files.deletion()));

        JsonObject dry = answer.expect(200).json();
        assertThat(dry.getInt("failures")).isEqualTo(3);
        assertThat(dry.getInt("files")).isEqualTo(3);
        assertThat(dry.getInt("secondsLeft")).isEqualTo(2);
        assertThat(dry.getJsonArray("groups")).hasSize(1);
        assertThat(dry.getJsonArray("groups").getJsonObject(0).getString("storage"))
                .isEqualTo("main");
        assertThat(dry.getJsonArray("groups").getJsonObject(0).getInt("failures"))
                .isEqualTo(3);
        assertThat(dry.getJsonArray("sample")).hasSize(3);
        assertThat(lethe.database().number("select count(*) from redrive where created_by = ?", operator.login()))
                .isZero();
        assertThat(files.open()).isEqualTo(3);
    }

    @WaitingTest
    void nothingShouldBeSentWhenItIsAnotherNumberThanWasExpected() {
        files = StubbornFiles.add(lethe, owner, 2);

        Answer refused =
                operator.post("api/admin/redrives", Redrive.body(files.deletion(), AT_ONCE + ", \"expected\": 3"));

        assertThat(refused).isProblem(409, "count-changed");
        assertThat(refused.json().getInt("present")).isEqualTo(2);
        assertThat(lethe.database().number("select count(*) from redrive where created_by = ?", operator.login()))
                .isZero();
        assertThat(lethe.database()
                        .texts("select action from audit_entry where actor = ? order by at", operator.login()))
                .isEmpty();
        assertThat(files.open()).isEqualTo(2);
        files.unblock();
        Redrive.start(operator, files.deletion(), AT_ONCE + ", \"expected\": 2").await("COMPLETED");
        files.awaitGone();
    }

    @WaitingTest
    void eachStepOfTheRampShouldGoWhenItIsKnownWhatBecameOfTheOneBefore() {
        files = StubbornFiles.add(lethe, owner, 12);
        files.unblock();

        Redrive redrive = Redrive.start(operator, files.deletion(), "\"ratePerSecond\": 500, \"ramp\": [1, 5]")
                .await("COMPLETED");

        List<Redrive.Item> items = redrive.items();
        assertThat(items).hasSize(12).extracting(Redrive.Item::outcome).containsOnly("SUCCEEDED");
        assertThat(items.subList(1, 12)).allSatisfy(item -> assertThat(item.sentAt())
                .isAfterOrEqualTo(items.get(0).endedAt()));
        assertThat(items.subList(6, 12)).allSatisfy(item -> assertThat(items.subList(1, 6))
                .allSatisfy(before -> assertThat(item.sentAt()).isAfterOrEqualTo(before.endedAt())));
        files.awaitGone();
        assertThat(operator.failure(items.get(0).failure())).tells("to a person at once", "retried");
        assertThat(lethe.database()
                        .texts("select action from audit_entry where actor = ? order by at", operator.login()))
                .containsExactly("REDRIVE_STARTED");
    }

    @WaitingTest
    void itShouldStopWhenTooManyFailAgainAndGoOnWhenAPersonSaysSo() {
        files = StubbornFiles.add(lethe, owner, 4);

        Redrive redrive = Redrive.start(operator, files.deletion(), "\"ratePerSecond\": 100, \"ramp\": [1]")
                .await("STOPPED");

        JsonObject stopped = redrive.json();
        assertThat(stopped.getString("changedBy")).isEqualTo("lethe");
        assertThat(stopped.getString("changedBecause")).contains("1 of the 1 ");
        assertThat(redrive.count("failedAgain")).isEqualTo(1);
        assertThat(redrive.count("waiting")).isEqualTo(3);
        assertThat(redrive.items().get(0).why()).contains("a directory stands in its place");

        files.unblock();
        redrive.act("resume").await("COMPLETED");

        assertThat(redrive.count("succeeded")).isEqualTo(3);
        assertThat(redrive.count("failedAgain")).isEqualTo(1);
        assertThat(redrive.json().getJsonObject("run").getInt("number")).isEqualTo(2);
        assertThat(redrive.json().getJsonObject("run").getInt("failedAgain")).isZero();
        assertThat(files.open()).isEqualTo(1);
    }

    @WaitingTest
    void twoOfTheSameShouldSendEachFailureOnce() {
        files = StubbornFiles.add(lethe, owner, 20);
        files.unblock();

        List<Redrive> both = Stream.of(AT_ONCE, "\"ratePerSecond\": 100, \"ramp\": [1, 10]")
                .map(pace -> CompletableFuture.supplyAsync(() -> Redrive.start(operator, files.deletion(), pace)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(redrive -> redrive.await("COMPLETED"))
                .toList();

        assertThat(both.stream().mapToInt(redrive -> redrive.count("total"))).containsOnly(20);
        assertThat(both.stream().mapToInt(redrive -> redrive.count("succeeded")).sum())
                .isEqualTo(20);
        assertThat(both.stream().mapToInt(redrive -> redrive.count("skipped")).sum())
                .isEqualTo(20);
        assertThat(files.timesSent()).containsOnly("1, in generation 2");
        assertThat(both.stream().flatMap(redrive -> redrive.items().stream()))
                .filteredOn(item -> item.outcome().equals("SKIPPED"))
                .allSatisfy(item -> assertThat(item.why()).contains("RETRIED"));
    }

    @WaitingTest
    void whatFailedAgainInOneShouldNotBeSentByTheOtherThatWasMadeBefore() {
        files = StubbornFiles.add(lethe, owner, 3);
        Redrive waits = Redrive.start(
                        operator, files.deletion(), "\"ratePerSecond\": 1, \"ramp\": [], \"stopAtFailureRatio\": 1")
                .act("pause"); // it may have sent its first one by then
        Redrive other = Redrive.start(operator, files.deletion(), AT_ONCE + ", \"stopAtFailureRatio\": 1")
                .await("COMPLETED");
        assertThat(other.count("failedAgain")).isGreaterThanOrEqualTo(2);

        waits.act("resume").await("COMPLETED");

        assertThat(waits.items().subList(1, 3)).allSatisfy(item -> {
            assertThat(item.outcome()).isEqualTo("SKIPPED");
            assertThat(item.why()).contains("failed again since");
        });
        assertThat(files.timesSent()).filteredOn("1, in generation 2"::equals).hasSizeGreaterThanOrEqualTo(2);
    }

    @WaitingTest
    void theSameRequestTwiceShouldMakeOne() {
        files = StubbornFiles.add(lethe, owner, 2);
        files.unblock();
        String body = Redrive.body(files.deletion(), AT_ONCE);
        UUID key = UUID.randomUUID();

        List<Answer> answers = Stream.of(1, 2)
                .map(click -> operator.send(operator.request("api/admin/redrives")
                        .header("Idempotency-Key", key.toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))))
                .toList();

        assertThat(answers.get(0)).hasStatus(202).hasHeader("Location");
        assertThat(answers.get(1)).hasHeader("Idempotency-Replayed", "true");
        assertThat(answers.get(1).header("Location")).isEqualTo(answers.get(0).header("Location"));
        assertThat(lethe.database().number("select count(*) from redrive where created_by = ?", operator.login()))
                .isEqualTo(1);
        files.awaitGone();
    }

    @WaitingTest
    void itShouldBePausedResumedAndCancelledByAPerson() {
        files = StubbornFiles.add(lethe, owner, 5);
        files.unblock();

        Redrive redrive = Redrive.start(operator, files.deletion(), "\"ratePerSecond\": 1, \"ramp\": []")
                .await("to have begun", now -> now.getJsonObject("counts").getInt("waiting") < 5)
                .act("pause", "The disk is slow");

        assertThat(redrive.state()).isEqualTo("PAUSED");
        assertThat(redrive.json().getString("changedBecause")).isEqualTo("The disk is slow");
        assertThat(redrive.json().getString("changedBy")).isEqualTo(operator.login());
        redrive.act("pause");
        int waiting = redrive.count("waiting");
        assertThat(waiting).isPositive();
        redrive.await(
                "to know of what it sent", now -> now.getJsonObject("counts").getInt("sent") == 0);
        assertThat(redrive.count("waiting")).isEqualTo(waiting);

        redrive.act("resume");
        redrive.act("resume");
        assertThat(operator.delete(redrive.path() + "?reason=x"))
                .isProblem(400, "malformed")
                .hasErrorsFor("reason");
        operator.delete(redrive.path() + "?reason=It%20is%20too%20slow").expect(200);
        redrive.cancel();

        assertThat(redrive.state()).isEqualTo("CANCELLED");
        assertThat(redrive.count("waiting")).isZero();
        assertThat(redrive.count("skipped")).isPositive();
        assertThat(redrive.count("skipped")
                        + redrive.count("sent")
                        + redrive.count("succeeded")
                        + redrive.count("failedAgain"))
                .isEqualTo(5);
        assertThat(operator.post(redrive.path() + "/resume")).isProblem(409, "wrong-state");
        assertThat(lethe.database()
                        .texts("select action from audit_entry where actor = ? order by at", operator.login()))
                .containsExactly("REDRIVE_STARTED", "REDRIVE_PAUSED", "REDRIVE_RESUMED", "REDRIVE_CANCELLED");
        assertThat(lethe.database()
                        .texts(
                                "select coalesce(cast(details as json) ->> 'reason', '-') from audit_entry where actor = ? order by at",
                                operator.login()))
                .containsExactly("A test", "The disk is slow", "-", "It is too slow");
        assertThat(files.open()).isEqualTo(redrive.count("skipped"));
    }

    @WaitingTest
    void whatIsListedShouldBeNarrowedAndReadPageByPage() {
        files = StubbornFiles.add(lethe, owner, 3);
        files.unblock();
        Redrive redrive = Redrive.start(operator, files.deletion(), AT_ONCE).await("COMPLETED");

        JsonObject first = operator.get(redrive.path() + "/items?limit=2&outcome=succeeded")
                .expect(200)
                .json();
        JsonObject second = operator.get(redrive.path() + "/items?limit=2&cursor=" + first.getString("nextCursor"))
                .expect(200)
                .json();

        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(second.getJsonArray("items")).hasSize(1);
        assertThat(second.getJsonArray("items").getJsonObject(0).getInt("position"))
                .isEqualTo(3);
        assertThat(operator.get(redrive.path() + "/items?outcome=FAILED_AGAIN").items())
                .isEmpty();
        assertThat(operator.get(redrive.path() + "/items?outcome=lost"))
                .isProblem(400, "malformed")
                .hasErrorsFor("outcome");
        assertThat(operator.get("api/admin/redrives?state=COMPLETED&limit=1").items())
                .hasSize(1);
        assertThat(operator.get("api/admin/redrives/" + UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(owner.get("api/admin/redrives")).isProblem(403, "forbidden");
    }
}
