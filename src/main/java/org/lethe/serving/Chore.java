package org.lethe.serving;

import java.time.Duration;

/**
 * Work that is done again and again while the installation runs, on one node at a time: what sends again, gives up,
 * forgets or cleans up. A feature that has such work makes a bean of this type; nothing else needs to know it.
 */
public interface Chore {

    /** What it is called in the log; the same on every node, and no other chore's. */
    String name();

    /** How long after one round the next one begins. Each node keeps its own time. */
    Duration period();

    /**
     * One round, outside of any transaction. It may throw: that is logged, and the next round tries again. It may be
     * interrupted by the end of the node at any point.
     */
    void round();
}
