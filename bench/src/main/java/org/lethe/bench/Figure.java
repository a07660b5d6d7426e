package org.lethe.bench;

import java.util.List;

/**
 * One line of the table: what was measured, what it is held against, and whether that holds.
 *
 * @param what the promise, in a few words; it names the line
 * @param bound what must hold, such as {@code at most 1.2}
 */
record Figure(String what, String measured, String against, String bound, boolean holds) {

    static final List<String> COLUMNS = List.of("what", "measured", "held against", "must be", "holds");

    List<String> cells() {
        return List.of(what, measured, against, bound, holds ? "yes" : "**no**");
    }
}
