package org.lethe.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers with the console's files. Every path that is none of a file is a page of the console, which the script in
 * index.html shows: there the address is the state. A browser asks each time whether a file has changed; the ETag is of
 * the content, as the server's own would be of size and time, and all builds have the same time.
 */
@WebServlet("/console/*")
public class ConsoleFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, ConsoleFile> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name =
                ConsoleFile.nameFor(Optional.ofNullable(request.getPathInfo()).orElse("/"));
        Optional<ConsoleFile> file = file(name);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", file.get().tag());
        if (file.get().isTagged(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.get().contentType());
        response.setContentLength(file.get().bytes().length);
        response.getOutputStream().write(file.get().bytes());
    }

    private Optional<ConsoleFile> file(String name) throws IOException {
        ConsoleFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (var content = getServletContext().getResourceAsStream("/console/" + name)) {
            if (content == null) {
                return Optional.empty();
            }
            ConsoleFile read = ConsoleFile.of(name, content.readAllBytes());
            files.put(name, read);
            return Optional.of(read);
        }
    }
}
