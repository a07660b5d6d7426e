package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What an owner sees of the deletions that they asked for. */
@Dependent
class FindDeletions {

    private final Deletions deletions;

    @Inject
    FindDeletions(Deletions deletions) {
        this.deletions = deletions;
    }

    /**
     * One deletion with its progress at this moment.
     *
     * @throws ProblemException 404 when this owner asked for no such deletion
     */
    @Transactional
    DeletionView one(UUID owner, UUID id) {
        return deletions.find(owner, id).map(this::view).orElseThrow(() -> Problem.notFound("deletion", id)
                .exception());
    }

    /** A page of them, newest first. */
    @Transactional
    Page<DeletionView> page(UUID owner, PageRequest request) {
        return Page.of(deletions.requestedBy(owner, request), request, Deletion::listPlace, this::view);
    }

    private DeletionView view(Deletion deletion) {
        return DeletionView.of(deletion, deletions.progress(deletion.id()));
    }
}
