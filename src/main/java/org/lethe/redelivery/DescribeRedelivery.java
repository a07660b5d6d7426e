package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.QueueDepth;
import org.lethe.change.Difference;
import org.lethe.page.Cursor;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.redelivery.RedeliveryView.AtBroker;
import org.lethe.redelivery.RedeliveryView.Messages;
import org.lethe.redelivery.RedeliveryView.Sessions;
import org.lethe.settings.LetheSettings;

/** Tells what is set for queues, what comes of it, and what the broker has. The broker may be away. */
@Dependent
public class DescribeRedelivery {

    private final PolicyVersions versions;
    private final BrokerSide broker;
    private final LivePolicies live;
    private final LetheSettings settings;

    @Inject
    DescribeRedelivery(PolicyVersions versions, BrokerSide broker, LivePolicies live, LetheSettings settings) {
        this.versions = versions;
        this.broker = broker;
        this.live = live;
        this.settings = settings;
    }

    @Transactional
    public RedeliveryView one(ManagedQueue queue) {
        return view(queue, look(queue));
    }

    /** Only those of which something is known yet. */
    @Transactional
    public RedeliveryList all() {
        List<RedeliveryView> views = new ArrayList<>();
        boolean answers = true;
        for (ManagedQueue queue : ManagedQueue.ALL) {
            if (versions.state(queue).isPresent()) {
                Optional<Seen> seen = answers ? look(queue) : Optional.empty(); // one that hangs is asked only once
                answers = seen.isPresent();
                views.add(view(queue, seen));
            }
        }
        return new RedeliveryList(views);
    }

    /** What would come of it; what waits on the present schedule is among the warnings. */
    @Transactional
    public PreviewView preview(ManagedQueue queue, Policy wanted) {
        List<Difference> differences = present(queue).differencesTo(wanted);
        PolicyPreview preview =
                PolicyPreview.of(queue, wanted, circumstances(queue, look(queue), !differences.isEmpty()));
        return new PreviewView(preview.schedule(), preview.warnings(), differences);
    }

    @Transactional
    public Page<VersionView> versions(ManagedQueue queue, PageRequest page) {
        List<PolicyVersion> found = versions.page(queue, page);
        List<VersionView> views = IntStream.range(0, Math.min(found.size(), page.rowsToRead()))
                .mapToObj(i -> VersionView.of(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null))
                .toList();
        return Page.of(views, page, view -> new Cursor(view.at(), new UUID(0, view.version())), view -> view);
    }

    /** What the entity tag is made of. */
    PolicyVersion.Tag tag(RedeliveryView view) {
        return new PolicyVersion.Tag(view.queue(), view.version());
    }

    private RedeliveryView view(ManagedQueue queue, Optional<Seen> seen) {
        PolicyVersion present = present(queue);
        QueueState state = versions.state(queue).orElseThrow();
        PolicyPreview preview = PolicyPreview.of(queue, present.policy(), circumstances(queue, seen, false));
        return new RedeliveryView(
                queue.queue(),
                queue.isChangeable(),
                present.version(),
                present.policy(),
                state.held(),
                present.reason(),
                present.author(),
                present.at(),
                present.restoredFrom(),
                preview.schedule(),
                preview.warnings(),
                seen.map(found -> Messages.of(found.depth())).orElse(null),
                sessions(queue),
                atBroker(present, state, seen));
    }

    private PolicyVersion present(ManagedQueue queue) {
        return versions.present(queue)
                .orElseThrow(() -> Problem.notFound("Of this queue nothing is known yet. Come again in a moment.")
                        .exception());
    }

    private Optional<Seen> look(ManagedQueue queue) {
        try {
            ToldSettings actual = broker.present(queue);
            return Optional.of(new Seen(actual, broker.depth(queue), broker.keepsDeadLetters(actual)));
        } catch (BrokerUnavailableException away) {
            return Optional.empty();
        }
    }

    private Circumstances circumstances(ManagedQueue queue, Optional<Seen> seen, boolean changes) {
        return new Circumstances(
                settings.transaction().timeout().toMillis(),
                queue == ManagedQueue.PLAN
                        ? settings.deletion().longestRestoreWindow().toMillis()
                        : 0,
                nodeSessions(queue),
                seen.map(Seen::keepsDeadLetters).orElse(true),
                changes ? seen.map(found -> found.depth().scheduled()).orElse(0L) : 0);
    }

    private int nodeSessions(ManagedQueue queue) {
        return switch (queue) {
            case PLAN -> settings.removal().planSessions();
            case MAIN -> settings.removal().mainSessions();
            case BACKUP -> settings.removal().backupSessions();
            case THUMBNAIL -> settings.thumbnail().sessions();
            case CALLBACK -> settings.callback().sessions();
            case NOTIFICATION -> settings.notification().sessions();
            case DEAD, EXPIRED, CALLBACK_DEAD, NOTIFICATION_DEAD -> 1;
        };
    }

    private Sessions sessions(ManagedQueue queue) {
        SessionGate gate = live.gate(queue);
        return new Sessions(Math.min(gate.limit(), nodeSessions(queue)), gate.working(), gate.waiting(), gate.beyond());
    }

    private static AtBroker atBroker(PolicyVersion present, QueueState state, Optional<Seen> seen) {
        List<Difference> differences = seen.map(
                        found -> present.told().held(state.held()).differencesTo(found.actual()))
                .orElse(List.of());
        return new AtBroker(
                state(state, seen, differences),
                seen.map(found -> differences.isEmpty()).orElse(null),
                state.confirmedVersion(),
                state.confirmedAt(),
                state.driftSince().orElse(null),
                differences);
    }

    /** A change by hand that the chore has not seen yet is one all the same. */
    private static String state(QueueState state, Optional<Seen> seen, List<Difference> differences) {
        if (seen.isEmpty()) {
            return "AWAY";
        }
        if (differences.isEmpty()) {
            return "MATCHES";
        }
        return state.isDrifted() || state.isConfirmed() ? "DRIFT" : "NOT_YET_TOLD";
    }

    /** What the broker has, at one moment. */
    private record Seen(ToldSettings actual, QueueDepth depth, boolean keepsDeadLetters) {}
}
