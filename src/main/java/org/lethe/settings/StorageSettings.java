package org.lethe.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the files are, and how long a storage may keep a caller waiting.
 *
 * @param mainDirectory absolute; neither equal to, nor inside, nor around the backup's
 * @param backupDirectory absolute
 * @param timeout a storage operation without progress for so long means that the storage is unavailable
 * @param threads how many operations may run at once on one storage
 */
public record StorageSettings(Path mainDirectory, Path backupDirectory, Duration timeout, int threads) {}
