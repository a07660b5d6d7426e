package org.lethe.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.failure.FailureKind;
import org.lethe.failure.UnsettledFailures;
import org.lethe.push.RowMessage;

/**
 * Tells that a group which was told is over: of failures, when none of them waits for a person or for its new attempts; of a
 * breaker, when it has closed. The rows are asked, whatever it was that settled them. What is over before its channel is enabled
 * again is not told.
 */
@Dependent
public class TellRecoveries {

    private static final int MOST = 200;

    private final Groups groups;
    private final Channels channels;
    private final UnsettledFailures failures;
    private final Notifications notifications;
    private final NotificationMessages messages;

    @Inject
    TellRecoveries(
            Groups groups,
            Channels channels,
            UnsettledFailures failures,
            Notifications notifications,
            NotificationMessages messages) {
        this.groups = groups;
        this.channels = channels;
        this.failures = failures;
        this.notifications = notifications;
        this.messages = messages;
    }

    @Transactional
    public void tell() {
        Map<Group, Boolean> settled = new HashMap<>();
        List<RowMessage> told = new ArrayList<>();
        for (Groups.Seen seen : groups.alarmed(MOST)) {
            if (seen.state().canBeOver() && isOver(seen.state(), settled)) {
                over(seen).ifPresent(told::add);
            }
        }
        forgetWhatIsOver(settled);
        messages.send(told);
    }

    /** Of what is kept for channels that are disabled. */
    private void forgetWhatIsOver(Map<Group, Boolean> settled) {
        groups.kept(MOST).stream()
                .map(Groups.Seen::state)
                .filter(state -> !state.group().subject().canBeOver() || isOver(state, settled))
                .forEach(state -> groups.keep(state.over()));
    }

    private boolean isOver(GroupState state, Map<Group, Boolean> settled) {
        Group group = state.group();
        if (group.subject() == Subject.BREAKER) {
            return groups.isSettled(state);
        }
        return settled.computeIfAbsent(
                group,
                asked -> !failures.areAnyOf(
                        FailureKind.valueOf(asked.kind()),
                        asked.storage().isEmpty() ? null : asked.storage(),
                        asked.cause()));
    }

    /** What is told; empty when its channel does not tell of recoveries. */
    private Optional<RowMessage> over(Groups.Seen seen) {
        GroupState state = seen.state();
        groups.keep(state.over());
        return channels.find(state.channel())
                .map(Channel::document)
                .filter(channel -> channel.tellsOfTheEndOf(state.group()))
                .map(channel -> notifications.add(notice(seen), channel.name()));
    }

    private static Notice notice(Groups.Seen seen) {
        GroupState state = seen.state();
        Instant now = seen.now().truncatedTo(ChronoUnit.MICROS);
        return new Notice(
                UuidCreator.getTimeOrderedEpoch(),
                state.channel(),
                state.group().subject().over(),
                state.group(),
                seen.detail(),
                state.told(),
                state.alarmSince().orElseThrow(),
                now,
                now);
    }
}
