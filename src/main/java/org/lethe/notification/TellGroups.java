package org.lethe.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lethe.push.RowMessage;
import org.lethe.settings.LetheSettings;

/** Tells each group that is due, once: the row of the group is locked meanwhile, and row and message are committed with it. */
@Dependent
public class TellGroups {

    private static final int MOST = 1000;

    private final Groups groups;
    private final Channels channels;
    private final Notifications notifications;
    private final NotificationMessages messages;
    private final Duration gather;

    @Inject
    TellGroups(
            Groups groups,
            Channels channels,
            Notifications notifications,
            NotificationMessages messages,
            LetheSettings settings) {
        this.groups = groups;
        this.channels = channels;
        this.notifications = notifications;
        this.messages = messages;
        this.gather = settings.notification().gather();
    }

    @Transactional
    public void tell() {
        List<Groups.Seen> due = groups.untold(MOST).stream()
                .filter(seen -> seen.state().isDue(seen.now(), gather))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Map<UUID, Channel> known = channels.all().stream().collect(Collectors.toMap(Channel::id, Function.identity()));
        List<RowMessage> told = new ArrayList<>();
        for (Groups.Seen seen : due) {
            ChannelDocument channel = known.get(seen.state().channel()).document();
            if (channel.enabled()) { // it may have been disabled a moment ago
                told.add(notifications.add(notice(seen), channel.name()));
                groups.keep(seen.state().told(seen.now(), channel.window()));
            }
        }
        messages.send(told);
    }

    private static Notice notice(Groups.Seen seen) {
        GroupState state = seen.state();
        return new Notice(
                UuidCreator.getTimeOrderedEpoch(),
                state.channel(),
                state.group().subject().begun(),
                state.group(),
                seen.detail(),
                state.untold(),
                state.firstAt(),
                state.lastAt(),
                seen.now().truncatedTo(ChronoUnit.MICROS));
    }
}
