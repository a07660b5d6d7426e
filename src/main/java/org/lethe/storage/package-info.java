/**
 * Files on the main and the backup storage: create, read, remove, and be sure of it.
 *
 * <p>Entry: {@link org.lethe.storage.Storages}. What a storage can do stands in {@link org.lethe.storage.FileStorage},
 * which every kind of storage fulfils. Whether a failure is of the file or of the storage, and whether it is worth
 * another try, is decided here and nowhere else. This package knows settings; it must not know photos, deletions or the
 * database.
 */
package org.lethe.storage;
