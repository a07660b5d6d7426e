package org.lethe.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a request, by which an answer, the log and the audit can be brought together. The client's own is taken over
 * when it is well-formed, so that its log and Lethe's can be read together; otherwise one is made. It proves nothing: a
 * client may send the same twice.
 */
public final class RequestIds {

    /** The header of request and answer. */
    public static final String HEADER = "X-Request-Id";

    /** Nothing that could pretend to be something else in a log. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private static final String ATTRIBUTE = RequestIds.class.getName();

    private RequestIds() {}

    /** The same for the whole of a request, whoever asks first. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = wellFormed(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String wellFormed(String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
