package org.lethe.recovery;

/**
 * How many branches of this node's transactions are prepared and not yet committed or rolled back.
 *
 * @param database in PostgreSQL
 * @param broker in the broker
 */
record PreparedBranches(int database, int broker) {
    boolean isEmpty() {
        return database == 0 && broker == 0;
    }

    @Override
    public String toString() {
        return database + " branches in the database and " + broker + " in the broker";
    }
}
