package org.lethe.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container itself refuses, and what escapes from servlets, as a problem too. The error page of
 * {@code web.xml}; asked for directly, it says that there is nothing here.
 */
@WebServlet(ContainerErrors.PATH)
public class ContainerErrors extends HttpServlet {

    static final String PATH = "/error/problem";

    private static final String PROBLEM = ContainerErrors.class.getName() + ".problem";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<ProblemTranslator> translators;

    /**
     * Ends a request with a problem before any resource is reached; this servlet then writes the body.
     *
     * @throws IOException when the client is gone
     */
    public static void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.status());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = attribute(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        Problem problem = problem(request, path);
        response.setStatus(problem.status());
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(wait -> response.setHeader("Retry-After", String.valueOf(wait.toSeconds())));
        response.getWriter().print(ProblemJson.of(problem, path));
    }

    private Problem problem(HttpServletRequest request, String path) {
        if (request.getAttribute(PROBLEM) instanceof Problem known) {
            return known;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable exception) {
            return new UnwrapProblem(translators)
                    .in(exception)
                    .orElseGet(() -> Unexpected.log(exception, request, path));
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return UnwrapProblem.ofStatus(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    }

    private static String attribute(HttpServletRequest request, String name, String otherwise) {
        return request.getAttribute(name) instanceof String text ? text : otherwise;
    }
}
