package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What people see of channels, and of what was sent. */
@Dependent
public class FindNotifications {

    private final Channels channels;
    private final Notifications notifications;

    @Inject
    FindNotifications(Channels channels, Notifications notifications) {
        this.channels = channels;
        this.notifications = notifications;
    }

    /** A channel, and the part of it that its entity tag is made of. */
    record Found(ChannelView view, ChannelView.Tag tag) {}

    /**
     * One channel.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    public Found channel(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("channel", id).exception());
    }

    @Transactional
    public Optional<Found> find(UUID id) {
        return channels.find(id).map(channel -> new Found(view(channel), ChannelView.tag(channel)));
    }

    @Transactional
    public Page<ChannelView> channels(PageRequest page) {
        return Page.of(channels.page(page), page, Channel::place, this::view);
    }

    @Transactional
    public Page<NotificationView> sent(Optional<UUID> channel, Optional<NotificationState> state, PageRequest page) {
        List<NotificationView> rows = notifications.page(channel, state, page);
        return Page.of(rows, page, NotificationView::place, Function.identity());
    }

    private ChannelView view(Channel channel) {
        return ChannelView.of(channel, channels.state(channel.id()));
    }
}
