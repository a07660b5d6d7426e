package org.lethe.callback;

import java.util.UUID;

/**
 * The callback of a deletion is to be sent.
 *
 * @param generation the row's when it was sent; an older one has nothing to do any more
 */
record CallbackMessage(UUID deletionId, int generation) {}
