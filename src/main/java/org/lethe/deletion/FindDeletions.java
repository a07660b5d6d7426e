package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lethe.callback.CallbackView;
import org.lethe.callback.Callbacks;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What an owner sees of the deletions that they asked for. */
@Dependent
public class FindDeletions {

    private final Deletions deletions;
    private final Callbacks callbacks;

    @Inject
    FindDeletions(Deletions deletions, Callbacks callbacks) {
        this.deletions = deletions;
        this.callbacks = callbacks;
    }

    /** A deletion of this owner, if it was accepted. */
    @Transactional
    Optional<DeletionView> accepted(UUID owner, UUID id) {
        return deletions.find(owner, id).map(found -> one(owner, id));
    }

    /**
     * One deletion with its progress at this moment.
     *
     * @throws ProblemException 404 when this owner asked for no such deletion
     */
    @Transactional
    public DeletionView one(UUID owner, UUID id) {
        return deletions
                .find(owner, id)
                .map(deletion -> views(List.of(deletion)).apply(deletion))
                .orElseThrow(() -> Problem.notFound("deletion", id).exception());
    }

    /** A page of them, newest first. */
    @Transactional
    Page<DeletionView> page(UUID owner, DeletionFilter filter, PageRequest request) {
        List<Deletion> found = deletions.requestedBy(owner, filter, request);
        return Page.of(found, request, Deletion::listPlace, views(found));
    }

    /** Those of these deletions that are there, of any owner, with their progress at this moment. */
    @Transactional
    public Map<UUID, DeletionView> these(Collection<UUID> ids) {
        List<Deletion> found = deletions.find(ids);
        return found.stream().collect(Collectors.toMap(Deletion::id, views(found)));
    }

    /** Makes views of these deletions, whose progress is asked for together. */
    private Function<Deletion, DeletionView> views(List<Deletion> these) {
        List<UUID> ids = these.stream().map(Deletion::id).toList();
        Map<UUID, DeletionProgress> progress = deletions.progress(ids);
        Map<UUID, CallbackView> called = ids.isEmpty() ? Map.of() : callbacks.of(ids);
        return deletion -> DeletionView.of(deletion, progress.get(deletion.id()), called.get(deletion.id()));
    }
}
