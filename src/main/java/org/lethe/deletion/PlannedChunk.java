package org.lethe.deletion;

import org.lethe.storage.StorageId;

/** A removal that planning has just written down. */
record PlannedChunk(long removalId, StorageId storage, int files) {}
