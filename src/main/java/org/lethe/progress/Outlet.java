package org.lethe.progress;

import org.lethe.deletion.DeletionView;

/** Where a stream's events go. Each method may block while the client is slow; one that throws has lost its client. */
interface Outlet {

    void event(ProgressEvent event, DeletionView deletion);

    void heartbeat();

    /** Ends the stream; never throws, and may be called more than once. */
    void close();
}
