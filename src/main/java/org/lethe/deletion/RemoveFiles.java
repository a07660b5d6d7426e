package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lethe.storage.FileKey;
import org.lethe.storage.RemovalReport;
import org.lethe.storage.Storages;

/**
 * Removes the files of one message from one storage and records what is proven gone, in the transaction that takes the
 * message. The rows are not locked while the storage works. What is removed is what the rows say at that moment:
 * WAITING, and of the message's generation.
 */
@Dependent
public class RemoveFiles {

    private final FileRemovals removals;
    private final Storages storages;
    private final SendAlone sendAlone;
    private final Event<RemovalsSettled> settled;

    @Inject
    RemoveFiles(FileRemovals removals, Storages storages, SendAlone sendAlone, Event<RemovalsSettled> settled) {
        this.removals = removals;
        this.storages = storages;
        this.sendAlone = sendAlone;
        this.settled = settled;
    }

    /**
     * Removes what is due of a message. Doing it twice is safe.
     *
     * @throws RowNotVisibleException when not every row can be seen yet
     * @throws FileNotRemovedException when the message carries one file alone and it could not be removed
     * @throws org.lethe.storage.StorageUnavailableException when the storage does not answer; the message as a whole
     *     is delivered again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(RemoveFilesMessage message) {
        Map<FileKey, Long> due = due(message);
        if (due.isEmpty()) {
            return;
        }
        RemovalReport report = storages.of(message.storage()).remove(due.keySet());
        if (message.isAlone()) {
            report.failed().forEach((key, failure) -> {
                throw new FileNotRemovedException(message.storage(), key, failure);
            });
        }
        removals.gone(idsOf(report, due));
        report.failed().forEach((key, failure) -> sendAlone.send(message, due.get(key), failure));
        settled.fire(new RemovalsSettled(message.deletionId()));
    }

    private Map<FileKey, Long> due(RemoveFilesMessage message) {
        List<DueRemoval> rows = removals.named(message);
        if (rows.size() < message.removalIds().size()) {
            throw new RowNotVisibleException(message.deletionId());
        }
        Map<FileKey, Long> due = new HashMap<>();
        for (DueRemoval row : rows) {
            if (row.isDue(message.generation())) {
                due.put(row.key(), row.id());
            }
        }
        return due;
    }

    private static List<Long> idsOf(RemovalReport report, Map<FileKey, Long> due) {
        return report.gone().stream().map(due::get).sorted().toList();
    }
}
