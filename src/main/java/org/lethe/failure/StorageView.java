package org.lethe.failure;

/**
 * What is on a storage at this moment of the files that a failure is about.
 *
 * @param asked for how many it was asked
 * @param other in how many files' places is something that is none
 * @param detail why it is unavailable; null when it answered
 */
public record StorageView(
        String storage, PresenceAnswer answer, int asked, int present, int gone, int other, String detail) {}
