package org.lethe.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lethe.overview.OpenGroup;

/**
 * One gauge for each group of open failures, as long as there is one. The groups are bounded where they are asked for, so
 * that no cause of an error makes a time series of its own for ever.
 */
@ApplicationScoped
class GroupFigures {

    private static final int LONGEST = 120;

    private static final Metadata OPEN = Metadata.builder()
            .withName("lethe_failure_group_open")
            .withDescription("Open failures of one kind, storage and cause")
            .build();

    private final Map<MetricID, AtomicLong> shown = new HashMap<>();

    @Inject
    MetricRegistry registry;

    synchronized void follow(List<OpenGroup> groups) {
        Map<MetricID, Long> now = new HashMap<>();
        groups.forEach(group -> now.merge(id(group), group.open(), Long::sum));
        Set<MetricID> over = new HashSet<>(shown.keySet());
        over.removeAll(now.keySet());
        over.forEach(this::remove);
        now.forEach((id, open) -> shown.computeIfAbsent(id, this::add).set(open));
    }

    private AtomicLong add(MetricID id) {
        AtomicLong open = new AtomicLong();
        registry.gauge(OPEN, open, AtomicLong::get, id.getTagsAsArray());
        return open;
    }

    private void remove(MetricID id) {
        shown.remove(id);
        registry.remove(id);
    }

    private static MetricID id(OpenGroup group) {
        return new MetricID(
                OPEN.getName(),
                new Tag("kind", group.kind()),
                new Tag("storage", group.storage().isEmpty() ? "none" : group.storage()),
                new Tag("cause", label(group.cause())));
    }

    /** Without what a line of the exposition format would have to escape. */
    private static String label(String cause) {
        String plain = cause.replaceAll("[\"\\\\\\p{Cntrl}]", "'").strip();
        String shown = plain.isEmpty() ? "unknown" : plain;
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }
}
