package org.lethe.failure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lethe.storage.FileFailedException;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageUnavailableException;
import org.lethe.storage.Storages;

/**
 * Asks every storage for files, all at the same time, and waits for 2 s at most: who looks at a failure wants to see it, also
 * while a storage hangs. Hold no lock and no transaction.
 */
@Dependent
class LookOnStorages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Resource
    ManagedExecutorService threads;

    private final Storages storages;

    @Inject
    LookOnStorages(Storages storages) {
        this.storages = storages;
    }

    /** What each says, main first. */
    List<StorageLook> look(List<FileKey> files) {
        List<FileStorage> all = storages.all();
        List<StorageLook> looks = new ArrayList<>();
        try {
            List<Future<StorageLook>> asked = threads.invokeAll(
                    all.stream().map(storage -> asking(storage, files)).toList(),
                    PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            for (int i = 0; i < asked.size(); i++) {
                looks.add(answer(all.get(i), asked.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            all.forEach(storage -> looks.add(StorageLook.unavailable(storage.id(), "nobody waited for its answer")));
        }
        return looks;
    }

    private static StorageLook answer(FileStorage storage, Future<StorageLook> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (CancellationException late) {
            return StorageLook.unavailable(storage.id(), "did not answer within " + PATIENCE);
        } catch (ExecutionException failed) {
            return StorageLook.unavailable(
                    storage.id(), String.valueOf(failed.getCause().getMessage()));
        }
    }

    private static Callable<StorageLook> asking(FileStorage storage, List<FileKey> files) {
        return () -> {
            Map<FileKey, PresenceAnswer> answers = new LinkedHashMap<>();
            try {
                files.forEach(file -> answers.put(file, ask(storage, file)));
            } catch (StorageUnavailableException unavailable) {
                return StorageLook.unavailable(storage.id(), unavailable.getMessage());
            }
            return new StorageLook(storage.id(), answers, null);
        };
    }

    private static PresenceAnswer ask(FileStorage storage, FileKey file) {
        try {
            return storage.exists(file) ? PresenceAnswer.PRESENT : PresenceAnswer.GONE;
        } catch (FileFailedException somethingElse) {
            return PresenceAnswer.OTHER;
        }
    }
}
