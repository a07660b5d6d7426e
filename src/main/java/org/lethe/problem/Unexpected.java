package org.lethe.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.lethe.log.LogEvent;
import org.lethe.request.RequestIds;

/** What nobody foresaw: logged once with the id of the request, which the answer has too. */
final class Unexpected {

    private Unexpected() {}

    static Problem log(Throwable exception, HttpServletRequest request, String path) {
        String id = RequestIds.of(request);
        LogEvent.UNEXPECTED_ERROR.logWith(exception, id, request.getMethod() + " " + path);
        return Problem.of("internal", 500, "Something unexpected happened; the log has more under the id " + id + ".");
    }
}
