package org.lethe.deletion;

import java.util.UUID;
import org.lethe.storage.StorageId;

/**
 * Asks for the files of one removal to be removed from one storage. It names a row, never files: what is removed is what
 * the row says when it is removed.
 *
 * @param generation the row must still be of this generation; an older message has nothing to do
 */
public record RemoveFilesMessage(UUID deletionId, StorageId storage, int generation, long removalId)
        implements RemovalMessage {}
