package org.lethe.deletion;

import java.util.UUID;

/** What the work queues carry. */
public sealed interface RemovalMessage permits PlanRemovalMessage, RemoveFilesMessage {

    /** The deletion that it is a part of. */
    UUID deletionId();
}
