package org.lethe.stream;

import java.util.List;

/** How things stand at one moment, and what of it is new to a client. Immutable. */
public interface Telling {

    /** The same for the same state of affairs: what a client that knows all of it sends as {@code Last-Event-ID}. */
    String id();

    /** Whether nothing will follow. */
    boolean isLast();

    /**
     * What a client does not know yet; the last of these events has this {@link #id()}.
     *
     * @param lastId what it has seen, maybe of somebody else's making; null when it has seen nothing
     */
    List<StreamEvent> since(String lastId);
}
