package org.lethe.check;

/**
 * One trap of the set-up, and whether this installation is in it.
 *
 * @param id stays the same for ever
 * @param about BROKER, DATABASE, TRANSACTIONS, STORAGE, CLOCKS or DISK
 * @param state OK; WARN: not as it should be; FAIL: something can be lost or is stuck; UNKNOWN: could not be asked
 * @param title what holds when it is OK
 * @param found what is so
 * @param todo what to do about it; null when it is OK
 */
public record Check(String id, String about, String state, String title, String found, String todo) {

    /** What is looked at, before it is known how it is. */
    record Subject(String id, String about, String title) {

        Check ok(String found) {
            return new Check(id, about, State.OK.name(), title, found, null);
        }

        Check warn(String found, String todo) {
            return new Check(id, about, State.WARN.name(), title, found, todo);
        }

        Check fail(String found, String todo) {
            return new Check(id, about, State.FAIL.name(), title, found, todo);
        }

        Check unknown(String why) {
            return new Check(id, about, State.UNKNOWN.name(), title, why, "See why it does not answer.");
        }
    }

    /** Whether this is its state. */
    public boolean is(State wanted) {
        return state.equals(wanted.name());
    }

    /** What a check may come to. */
    public enum State {
        OK,
        WARN,
        FAIL,
        UNKNOWN
    }
}
