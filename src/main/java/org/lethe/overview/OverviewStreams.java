package org.lethe.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.OverviewSettings;
import org.lethe.stream.OpenStreams;

/** The consoles that are open on this node, no more than the settings allow. Safe for use by many threads. */
@ApplicationScoped
public class OverviewStreams {

    private OpenStreams open;

    @Inject
    OverviewStreams(LetheSettings settings) {
        OverviewSettings limits = settings.overview();
        this.open = new OpenStreams(limits.streams(), limits.streamsPerAccount(), "pages of the console");
    }

    /** For the container's proxy. */
    OverviewStreams() {}

    OpenStreams open() {
        return open;
    }
}
