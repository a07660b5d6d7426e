package org.lethe.push;

import java.util.UUID;

/**
 * Something is to be done, as a row says.
 *
 * @param id the row's
 * @param generation the row's when it was sent; an older one has nothing to do any more
 */
public record RowMessage(UUID id, int generation) {}
