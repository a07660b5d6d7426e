package org.lethe.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.breaker.BreakerState;
import org.lethe.breaker.LiveBreakers;
import org.lethe.breaker.StorageQueue;
import org.lethe.broker.QueueFigures;
import org.lethe.check.Check;
import org.lethe.check.SetUp;
import org.lethe.storage.StorageId;

/** Collects what needs a person, from everywhere. One thread at a time asks; the answer is safe anywhere. */
@ApplicationScoped
class Attention {

    private static final Duration AT_LEAST = Duration.ofSeconds(5);
    private static final String ALARM = "ALARM";
    private static final String FAILURES = "FAILURES";

    /** The largest ones are told one by one. */
    private static final int GROUPS = 10;

    private static final List<String> SEVERITIES = List.of(ALARM, "WARN", "INFO");
    private static final Set<String> IN_DOUBT = Set.of("database-prepared-old", "broker-prepared-old");

    private SetUp setUp;
    private LiveBreakers breakers;
    private Paced<List<AttentionItem>> stored;
    private List<AttentionItem> known = List.of();

    @Inject
    Attention(SetUp setUp, LiveBreakers breakers, StoredTroubles troubles) {
        this.setUp = setUp;
        this.breakers = breakers;
        this.stored = new Paced<>(troubles::items);
    }

    /** For the container's proxy. */
    Attention() {}

    /** The worst first. What stands in the rows is what it was last while the database does not answer. */
    synchronized List<AttentionItem> items(Sample sample) {
        if (sample.databaseAnswers()) {
            known = known();
        }
        List<AttentionItem> items = new ArrayList<>();
        if (!sample.databaseAnswers()) {
            items.add(
                    alarm("DATABASE_AWAY", "The database does not answer; all figures are old.", "/console/overview"));
        }
        if (!sample.brokerAnswers()) {
            items.add(alarm(
                    "BROKER_AWAY",
                    "The broker does not answer; deletes are refused until it does.",
                    "/console/overview"));
        }
        items.addAll(ofSample(sample));
        items.addAll(ofQueues(sample));
        items.addAll(ofGroups(sample.work().groups()));
        items.addAll(known);
        items.addAll(ofChecks(setUp.seen()));
        return items.stream()
                .sorted(Comparator.comparingInt(item -> SEVERITIES.indexOf(item.severity())))
                .toList();
    }

    /** A database that goes away in between is told of by the next sample, which finds it away. */
    private List<AttentionItem> known() {
        try {
            return stored.answer(AT_LEAST);
        } catch (IllegalStateException away) {
            return known;
        }
    }

    private static List<AttentionItem> ofSample(Sample sample) {
        List<AttentionItem> items = new ArrayList<>();
        long difference = sample.count().difference();
        if (difference != 0) {
            items.add(new AttentionItem(
                    "CONSERVATION",
                    ALARM,
                    Math.abs(difference),
                    null,
                    Map.of("difference", Long.toString(difference)),
                    null,
                    difference > 0
                            ? difference + " files were requested and are not accounted for."
                            : -difference + " files more are accounted for than were requested.",
                    "/console/overview"));
        }
        sample.lost()
                .forEach((storage, files) -> items.add(new AttentionItem(
                        "LOST_MESSAGES",
                        ALARM,
                        files,
                        storage.wireName(),
                        Map.of("storage", storage.wireName()),
                        null,
                        files + " files wait on " + storage.wireName()
                                + ", and the broker has no message for them; they have not been sent again yet.",
                        "/console/overview")));
        long held = sample.work().deletions().held();
        if (held > 0) {
            items.add(new AttentionItem(
                    "HELD",
                    "INFO",
                    held,
                    null,
                    Map.of(),
                    null,
                    held + " deletions are held until their owners confirm them.",
                    "/console/deletions?state=HELD"));
        }
        return items;
    }

    /** Those from which nothing is delivered: a breaker holds its storage's queue, and is told of instead of it. */
    private List<AttentionItem> ofQueues(Sample sample) {
        List<StorageId> away = Arrays.stream(StorageId.values())
                .filter(storage -> breakers.state(storage) != BreakerState.CLOSED)
                .toList();
        List<AttentionItem> items = new ArrayList<>();
        away.forEach(storage -> items.add(ofBreaker(storage, sample)));
        sample.queues().values().stream()
                .filter(QueueFigures::paused)
                .filter(queue -> away.stream()
                        .noneMatch(storage -> StorageQueue.of(storage).equals(queue.queue())))
                .map(Attention::ofPaused)
                .forEach(items::add);
        return items;
    }

    private static AttentionItem ofBreaker(StorageId storage, Sample sample) {
        long messages = Optional.ofNullable(sample.queues().get(StorageQueue.of(storage)))
                .map(queue -> queue.depth().messages())
                .orElse(0L);
        String name = storage.wireName();
        return new AttentionItem(
                "BREAKER",
                ALARM,
                messages,
                name,
                Map.of("storage", name),
                null,
                name + " is left alone by its breaker, with " + messages + " messages.",
                "/console/storages/" + name);
    }

    private static AttentionItem ofPaused(QueueFigures queue) {
        return new AttentionItem(
                "PAUSED",
                "WARN",
                queue.depth().messages(),
                queue.queue(),
                Map.of("queue", queue.queue()),
                null,
                queue.queue() + " is paused, with " + queue.depth().messages() + " messages.",
                "/console/redelivery/" + queue.queue());
    }

    private static List<AttentionItem> ofGroups(List<OpenGroup> groups) {
        List<AttentionItem> items = new ArrayList<>();
        groups.stream().limit(GROUPS).map(Attention::ofGroup).forEach(items::add);
        if (groups.size() > GROUPS) {
            long others =
                    groups.stream().skip(GROUPS).mapToLong(OpenGroup::open).sum();
            items.add(new AttentionItem(
                    FAILURES,
                    ALARM,
                    others,
                    OpenGroup.OTHER,
                    Map.of(),
                    null,
                    others + " open failures of other causes.",
                    "/console/failures"));
        }
        return items;
    }

    private static AttentionItem ofGroup(OpenGroup group) {
        boolean anywhere = group.storage().isEmpty();
        return new AttentionItem(
                FAILURES,
                ALARM,
                group.open(),
                anywhere ? group.cause() : group.storage() + ": " + group.cause(),
                anywhere ? Map.of("cause", group.cause()) : Map.of("cause", group.cause(), "storage", group.storage()),
                group.since(),
                group.open() + " open failures" + (anywhere ? "" : " on " + group.storage()) + ": " + group.cause()
                        + ".",
                group.id() == null ? "/console/failures" : "/console/failures?group=" + group.id());
    }

    private static List<AttentionItem> ofChecks(List<Check> checks) {
        return Stream.concat(
                        checks.stream().filter(check -> check.is(Check.State.FAIL)),
                        checks.stream().filter(check -> check.is(Check.State.WARN)))
                .map(check -> new AttentionItem(
                        IN_DOUBT.contains(check.id()) ? "IN_DOUBT" : "CHECK",
                        check.is(Check.State.FAIL) ? ALARM : "WARN",
                        1,
                        check.id(),
                        Map.of("check", check.id(), "state", check.state()),
                        null,
                        check.title() + ": no, " + check.found() + ".",
                        "/console/overview?panel=checks"))
                .toList();
    }

    private static AttentionItem alarm(String kind, String text, String link) {
        return new AttentionItem(kind, ALARM, 1, null, Map.of(), null, text, link);
    }
}
