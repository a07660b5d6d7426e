package org.lethe.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.StorageSettings;

/** Makes {@link Storages} injectable: two directories, as the settings say. */
@ApplicationScoped
class ProduceStorages {

    @Produces
    @Singleton
    Storages storages(LetheSettings settings) {
        StorageSettings set = settings.storage();
        List<DirectoryStorage> directories = List.of(
                new DirectoryStorage(StorageId.MAIN, set.mainDirectory()),
                new DirectoryStorage(StorageId.BACKUP, set.backupDirectory()));
        Storages storages = Storages.over(directories, set.timeout(), set.threads());
        new SetUpDirectories(storages).setUp(directories);
        return storages;
    }

    void close(@Disposes Storages storages) {
        storages.close();
    }
}
