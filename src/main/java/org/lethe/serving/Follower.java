package org.lethe.serving;

import java.time.Duration;
import org.lethe.log.LogEvent;

/**
 * What has its node obey something that any node may have changed. Every node looks again and again, by itself. A feature
 * that has such a thing makes a bean of this type; nothing else needs to know it.
 */
public interface Follower {

    /** How long after one look the next one begins. */
    Duration period();

    /**
     * Has this node obey what is stored now; called outside of any transaction. It may throw: the node goes on by what it
     * knows, and looks again.
     */
    void obey();

    /** Told when it throws, with its message: once, until it has looked again. */
    LogEvent blind();
}
