package org.lethe.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a request costs, told by its method and path. The one place that decides it. */
enum RequestKind {
    READS,
    /** Bytes of photos: their clients may be slow. */
    DOWNLOADS,
    WRITES,
    DELETES,
    /** Their clients may be slow, too. */
    UPLOADS;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Goes by the path as resources are found by it: decoded, without parameters. */
    static RequestKind of(HttpServletRequest request) {
        return of(
                request.getMethod(),
                request.getServletPath()
                        + Optional.ofNullable(request.getPathInfo()).orElse(""));
    }

    /** @param asked from the server's root; a slash at its end means nothing */
    static RequestKind of(String method, String asked) {
        String path = asked.replaceAll("/+$", "");
        if (SAFE.contains(method)) {
            return path.endsWith("/content") || path.endsWith("/thumbnail") ? DOWNLOADS : READS;
        }
        if (method.equals("DELETE") || path.startsWith("/api/deletions")) {
            return DELETES;
        }
        boolean isUpload =
                path.startsWith("/api/uploads") || (path.startsWith("/api/albums/") && path.endsWith("/photos"));
        return isUpload ? UPLOADS : WRITES;
    }

    /** Whether a body of such a request means anything. */
    boolean hasBody() {
        return this != READS && this != DOWNLOADS;
    }

    /** The name in headers. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
