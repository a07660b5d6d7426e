package org.lethe.stream;

/** Where a stream's events go. Each method may block while the client is slow; one that throws has lost its client. */
public interface Outlet {

    void event(StreamEvent event);

    void heartbeat();

    /** Ends the stream; never throws, and may be called more than once. */
    void close();
}
