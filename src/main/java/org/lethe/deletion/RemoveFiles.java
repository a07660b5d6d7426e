package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lethe.breaker.LiveBreakers;
import org.lethe.storage.FileKey;
import org.lethe.storage.RemovalReport;
import org.lethe.storage.StorageUnavailableException;
import org.lethe.storage.Storages;

/**
 * Removes the files of one message from one storage and records what is proven gone, in the transaction that takes the
 * message. The row is not locked while the storage works. What is removed is what the row says at that moment, if it is
 * WAITING, not held, and of the message's generation. When it cannot, nothing was changed yet, so that the transaction can
 * still settle what becomes of it.
 */
@Dependent
public class RemoveFiles {

    private final FileRemovals removals;
    private final Storages storages;
    private final LiveBreakers breakers;
    private final SendAlone sendAlone;
    private final RemovalMessages messages;
    private final Event<RemovalsSettled> settled;

    @Inject
    RemoveFiles(
            FileRemovals removals,
            Storages storages,
            LiveBreakers breakers,
            SendAlone sendAlone,
            RemovalMessages messages,
            Event<RemovalsSettled> settled) {
        this.removals = removals;
        this.storages = storages;
        this.breakers = breakers;
        this.sendAlone = sendAlone;
        this.messages = messages;
        this.settled = settled;
    }

    /**
     * Removes what a message names, if it is still due. Doing it twice is safe.
     *
     * @throws RowNotVisibleException when the row cannot be seen yet
     * @throws FileNotRemovedException when the removal is of one file alone and it could not be removed
     * @throws StorageUnavailableException when the storage does not answer; the message as a whole
     *     is delivered again
     */
    @Transactional(
            value = Transactional.TxType.MANDATORY,
            dontRollbackOn = {FileNotRemovedException.class, StorageUnavailableException.class})
    public void remove(RemoveFilesMessage message) {
        List<FileKey> due = removals.due(message).orElseThrow(() -> new RowNotVisibleException(message.deletionId()));
        if (!due.isEmpty()) {
            RemovalReport report = breakers.watch(
                    message.storage(), () -> storages.of(message.storage()).remove(due));
            if (due.size() == 1) { // alone: an attempt of the file
                report.failed().forEach((key, failure) -> {
                    throw new FileNotRemovedException(message.storage(), key, failure);
                });
            }
            record(message, report);
        } else {
            sendOnIfHeld(message);
        }
    }

    /** Somebody had what was scheduled delivered, or the broker's clock is ahead. */
    private void sendOnIfHeld(RemoveFilesMessage message) {
        removals.heldFor(message).ifPresent(delay -> messages.sendHeld(message, delay));
    }

    /** Records nothing when the removal was sent anew meanwhile: the newer message finds the same files gone. */
    private void record(RemoveFilesMessage message, RemovalReport report) {
        if (removals.gone(message)) {
            sendAlone.send(message, report.failed());
            settled.fire(new RemovalsSettled(message.deletionId()));
        }
    }
}
