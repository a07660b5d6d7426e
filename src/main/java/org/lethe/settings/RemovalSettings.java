package org.lethe.settings;

/**
 * How the removal of files is cut into messages and spread over sessions.
 *
 * @param chunkSize files per RemoveFiles message, 1 to 2,000
 * @param pageSize photos per planning transaction, 1 to 10,000
 * @param planSessions concurrent listeners of the plan queue, 1 to 64
 * @param mainSessions concurrent listeners of the main storage's queue, 1 to 64
 * @param backupSessions concurrent listeners of the backup storage's queue, 1 to 64
 * @param consumerWindowSize always 0: a message that a listener takes ahead uses up an attempt when the node dies
 */
public record RemovalSettings(
        int chunkSize, int pageSize, int planSessions, int mainSessions, int backupSessions, int consumerWindowSize) {}
