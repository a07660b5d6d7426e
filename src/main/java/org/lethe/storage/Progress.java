package org.lethe.storage;

/** Is told while a long operation goes on, so that slow can be told from stuck. Called on the storage's thread. */
@FunctionalInterface
public interface Progress {

    Progress UNWATCHED = () -> {};

    /**
     * One more step is done.
     *
     * @throws StorageUnavailableException when nobody waits any more: the operation must end here
     */
    void step();
}
