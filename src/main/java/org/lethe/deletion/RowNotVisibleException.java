package org.lethe.deletion;

import java.util.UUID;

/**
 * A message came before its row can be seen, or its row was never committed. It is delivered again; if the row never
 * shows, it ends as a failure that settles itself.
 */
public class RowNotVisibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowNotVisibleException(UUID deletion) {
        super("no row yet for a message of deletion " + deletion + "; it is delivered again");
    }
}
