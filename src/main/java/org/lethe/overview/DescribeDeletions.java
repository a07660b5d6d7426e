package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.lethe.deletion.DeletionView;
import org.lethe.deletion.FindDeletions;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.StorageId;

/** What operators see of all owners' deletions. */
@Dependent
class DescribeDeletions {

    private static final int LONGEST_TIMELINE = 200;
    private static final int MOST_CAUSES = 50;

    private final AllDeletions deletions;
    private final FindDeletions find;

    @Inject
    DescribeDeletions(AllDeletions deletions, FindDeletions find) {
        this.deletions = deletions;
        this.find = find;
    }

    /** A page of them, the newest first. */
    Page<DeletionItem> page(DeletionQuery query, PageRequest request) {
        List<DeletionRow> rows = deletions.page(query, request);
        List<UUID> ids = rows.stream().map(DeletionRow::id).toList();
        Map<UUID, DeletionView> views = ids.isEmpty() ? Map.of() : find.these(ids);
        return Page.of(rows, request, DeletionRow::place, row -> DeletionItem.of(row, views.get(row.id())));
    }

    /**
     * One of them, with what happened to it.
     *
     * @throws ProblemException 404 when there is none
     */
    DeletionDetail one(UUID id) {
        DeletionRow row = deletions.find(id).orElseThrow(() -> Problem.notFound("deletion", id)
                .exception());
        DeletionView view = find.these(List.of(id)).get(id);
        DeletionItem item = DeletionItem.of(row, view);
        List<DeletionDetail.Happened> timeline = timeline(row, view);
        return new DeletionDetail(
                id,
                item.owner(),
                item.kind(),
                item.albumId(),
                item.state(),
                item.requestedAt(),
                item.heldBecause(),
                item.heldUntil(),
                item.restorableUntil(),
                item.completedAt(),
                item.photos(),
                item.files(),
                item.openFailures(),
                storages(id, view.files().requested() / StorageId.values().length),
                deletions.failures(id, MOST_CAUSES),
                callback(view),
                timeline.subList(Math.max(0, timeline.size() - LONGEST_TIMELINE), timeline.size()),
                timeline.size() <= LONGEST_TIMELINE);
    }

    private List<DeletionDetail.OfStorage> storages(UUID id, long requested) {
        List<DeletionDetail.NotGone> notGone = deletions.notGone(id);
        List<DeletionDetail.Counted> attempts = deletions.failedAttempts(id);
        return Arrays.stream(StorageId.values())
                .map(StorageId::wireName)
                .map(storage -> storage(
                        storage,
                        requested,
                        notGone.stream()
                                .filter(one -> one.storage().equals(storage))
                                .toList(),
                        attempts.stream()
                                .filter(one -> one.storage().equals(storage))
                                .mapToLong(DeletionDetail.Counted::count)
                                .sum()))
                .toList();
    }

    private static DeletionDetail.OfStorage storage(
            String storage, long requested, List<DeletionDetail.NotGone> notGone, long attempts) {
        long waiting = files(notGone, "WAITING");
        long failed = files(notGone, "FAILED");
        long waived = files(notGone, "WAIVED");
        return new DeletionDetail.OfStorage(
                storage,
                requested,
                requested - waiting - failed - waived,
                waiting,
                failed,
                waived,
                attempts,
                notGone.stream()
                        .filter(one -> one.state().equals("WAITING"))
                        .map(DeletionDetail.NotGone::since)
                        .findFirst()
                        .orElse(null));
    }

    private static long files(List<DeletionDetail.NotGone> notGone, String state) {
        return notGone.stream()
                .filter(one -> one.state().equals(state))
                .mapToLong(DeletionDetail.NotGone::files)
                .sum();
    }

    /** More than are told when there are more; then of each kind the oldest are left off. */
    private List<DeletionDetail.Happened> timeline(DeletionRow row, DeletionView view) {
        UUID id = row.id();
        int most = LONGEST_TIMELINE + 1;
        List<DeletionDetail.Happened> timeline = new ArrayList<>();
        timeline.add(new DeletionDetail.Happened(
                row.requestedAt(), "requested", row.owner().login(), view.kind().name()));
        Stream.of(deletions.acts(id), deletions.attempts(id, most), deletions.failureEvents(id, most))
                .forEach(timeline::addAll);
        if (row.dueAt() != null
                && row.dueAt().isAfter(row.requestedAt())
                && !view.state().name().equals("HELD")) {
            timeline.add(system(row.dueAt(), "window-ends"));
        }
        if (view.completedAt() != null) {
            timeline.add(system(
                    view.completedAt(),
                    view.state().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        timeline.removeIf(happened -> Objects.isNull(happened.at()));
        timeline.sort(Comparator.comparing(DeletionDetail.Happened::at));
        return timeline;
    }

    private static DeletionDetail.Happened system(Instant at, String what) {
        return new DeletionDetail.Happened(at, what, "system", "");
    }

    private static DeletionDetail.Callback callback(DeletionView view) {
        return view.callback() == null
                ? null
                : new DeletionDetail.Callback(
                        view.callback().state().name(),
                        view.callback().attempts(),
                        view.callback().lastError());
    }
}
