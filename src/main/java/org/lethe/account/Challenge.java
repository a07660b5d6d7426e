package org.lethe.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells who is not recognised how to come back. Browsers open a dialog of their own when they are challenged for HTTP
 * Basic; so a script of the console is not: it has its session's cookie, or says {@code X-Requested-With}, or the browser
 * says that a script asks ({@code Sec-Fetch-Dest: empty}).
 */
final class Challenge {

    static final String HEADER = "WWW-Authenticate";

    private static final String BASIC = "Basic realm=\"Lethe\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Lethe\"";

    private Challenge() {}

    static void set(HttpServletRequest request, HttpServletResponse response, boolean hasCookie) {
        if (hasCookie || isScript(request)) {
            response.setHeader(HEADER, BEARER);
        } else {
            response.setHeader(HEADER, BASIC);
            response.addHeader(HEADER, BEARER);
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader("X-Requested-With") != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
