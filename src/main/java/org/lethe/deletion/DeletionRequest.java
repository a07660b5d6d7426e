package org.lethe.deletion;

import java.util.Optional;
import java.util.UUID;
import org.lethe.audit.Origin;

/**
 * What an owner asks for.
 *
 * @param id that the deletion has if it is accepted
 * @param origin of who asks otherwise than over HTTP; empty: whoever is asking over it
 */
record DeletionRequest(UUID id, UUID owner, DeletionTarget target, DeletionTerms terms, Optional<Origin> origin) {

    /** As it is asked over HTTP. */
    DeletionRequest(UUID id, UUID owner, DeletionTarget target, DeletionTerms terms) {
        this(id, owner, target, terms, Optional.empty());
    }
}
