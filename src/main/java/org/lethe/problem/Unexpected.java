package org.lethe.problem;

import java.util.UUID;
import org.lethe.log.LogEvent;

/** What nobody foresaw: logged once with an id, by which the answer can be found in the log. */
final class Unexpected {

    private Unexpected() {}

    static Problem log(Throwable exception, String where) {
        String id = UUID.randomUUID().toString();
        LogEvent.UNEXPECTED_ERROR.logWith(exception, id, where);
        return Problem.of("internal", 500, "Something unexpected happened; the log has more under the id " + id + ".");
    }
}
