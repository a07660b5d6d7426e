package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Counts what has happened, for each channel that is to tell of it. What no channel is to tell of is forgotten. */
@Dependent
public class CountHappenings {

    private static final int MOST = 20_000;

    private final Happenings happenings;
    private final Channels channels;
    private final Groups groups;

    @Inject
    CountHappenings(Happenings happenings, Channels channels, Groups groups) {
        this.happenings = happenings;
        this.channels = channels;
        this.groups = groups;
    }

    @Transactional
    public void count() {
        List<Happened> all = happenings.take(MOST);
        List<Channel> told = all.isEmpty() ? List.of() : channels.all();
        for (Happened happened : all) {
            told.stream()
                    .filter(channel -> channel.document().counts(happened.group()))
                    .forEach(channel -> count(channel, happened));
        }
    }

    private void count(Channel channel, Happened happened) {
        if (happened.settles()) {
            groups.settled(channel.id(), happened.group(), happened.lastAt());
        } else {
            groups.happened(channel.id(), happened);
        }
    }
}
