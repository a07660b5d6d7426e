package org.lethe.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Explains each kind of problem in plain language, where its {@code type} points to. */
@WebServlet("/problems/*")
public class ProblemPages extends HttpServlet {

    static final String PATH = "/problems/";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String slug = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<ProblemTypes.Type> type = ProblemTypes.find(slug);
        if (type.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().printf("%s%n%n%s%n", type.get().title(), type.get().explanation());
    }
}
