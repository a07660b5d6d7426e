package org.lethe.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ProgressSettings;
import org.lethe.stream.OpenStreams;

/** The streams that are open on this node, no more than the settings allow. Safe for use by many threads. */
@ApplicationScoped
public class ProgressStreams {

    private OpenStreams open;

    @Inject
    ProgressStreams(LetheSettings settings) {
        ProgressSettings limits = settings.progress();
        this.open = new OpenStreams(limits.streams(), limits.streamsPerOwner(), "deletions");
    }

    /** For the container's proxy. */
    ProgressStreams() {}

    OpenStreams open() {
        return open;
    }
}
