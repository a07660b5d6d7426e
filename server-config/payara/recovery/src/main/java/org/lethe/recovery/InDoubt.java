package org.lethe.recovery;

/** Counts what the database and the broker hold prepared of this node's transactions. Changes nothing. */
final class InDoubt {
    private final RecoverableResource database;
    private final RecoverableResource broker;

    InDoubt(RecoverableResource database, RecoverableResource broker) {
        this.database = database;
        this.broker = broker;
    }

    /** Throws when one of the two did not answer; the other may then not have been asked. */
    PreparedBranches count() throws ResourceAbsentException {
        return new PreparedBranches(
                database.prepared().size(), broker.prepared().size());
    }
}
