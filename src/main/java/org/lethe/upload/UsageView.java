package org.lethe.upload;

/**
 * What an owner holds, as they see it.
 *
 * @param awaitingRemovalBytes deleted or given up, and not yet proven to be gone from every storage
 */
public record UsageView(long photos, long bytes, long uploadingBytes, long quotaBytes, long awaitingRemovalBytes) {

    static UsageView of(Usage usage, long awaitingRemovalBytes) {
        return new UsageView(
                usage.photos(), usage.bytes(), usage.uploadingBytes(), usage.quotaBytes(), awaitingRemovalBytes);
    }
}
