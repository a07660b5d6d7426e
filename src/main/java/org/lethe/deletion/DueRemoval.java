package org.lethe.deletion;

import org.lethe.storage.FileKey;

/** The part of a removal's row that a worker needs. */
record DueRemoval(long id, FileKey key, RemovalState state, int generation) {

    /** Whether a message of {@code messageGeneration} still has something to do here. */
    boolean isDue(int messageGeneration) {
        return state == RemovalState.WAITING && generation == messageGeneration;
    }
}
