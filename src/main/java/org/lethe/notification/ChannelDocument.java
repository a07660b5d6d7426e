package org.lethe.notification;

import java.time.Duration;
import java.util.List;

/**
 * A channel as people put it, but for its secret.
 *
 * @param window of each group, one notification is sent in so long
 * @param tells what it tells of
 * @param failureKinds of failures, only these; empty: all
 * @param storages only what is about these; empty: everything, also what is about none
 */
record ChannelDocument(
        String name,
        ChannelKind kind,
        boolean enabled,
        Language language,
        Duration window,
        List<Topic> tells,
        List<String> failureKinds,
        List<String> storages,
        Target target) {

    ChannelDocument {
        tells = List.copyOf(tells);
        failureKinds = List.copyOf(failureKinds);
        storages = List.copyOf(storages);
    }

    ChannelDocument with(Target newTarget) {
        return new ChannelDocument(name, kind, enabled, language, window, tells, failureKinds, storages, newTarget);
    }

    boolean tellsOf(Group group) {
        return enabled && isFor(group);
    }

    /** Whether what happens is counted for it: while it is disabled, what may still go on when it is enabled again. */
    boolean counts(Group group) {
        return isFor(group) && (enabled || group.subject().canBeOver());
    }

    private boolean isFor(Group group) {
        return tells.contains(group.subject().topic())
                && (storages.isEmpty() || storages.contains(group.storage()))
                && (group.subject() != Subject.FAILURES
                        || failureKinds.isEmpty()
                        || failureKinds.contains(group.kind()));
    }

    /** That a breaker has closed belongs to that it had opened; nobody is left with half of it. */
    boolean tellsOfTheEndOf(Group group) {
        return tellsOf(group) && (group.subject() == Subject.BREAKER || tells.contains(Topic.RECOVERIES));
    }
}
