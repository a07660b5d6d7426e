package org.lethe.problem;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Turns everything that a resource lets escape into a problem. The one place that does. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable exception) {
        return answer(exception, request);
    }

    static Response answer(Throwable exception, HttpServletRequest request) {
        if (exception instanceof WebApplicationException web
                && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = new UnwrapProblem(translators())
                .in(exception)
                .orElseGet(() -> Unexpected.log(exception, request, request.getRequestURI()));
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemJson.of(problem, request.getRequestURI()).toString());
        problem.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        problem.location().ifPresent(answer::location);
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Lethe\""); // no dialog of the browser's own
        }
        keepHeaders(exception, answer);
        return answer.build();
    }

    private static Instance<ProblemTranslator> translators() {
        return CDI.current().select(ProblemTranslator.class);
    }

    /** Those by which a framework's answer tells what would be right: methods, media types, challenge. */
    private static void keepHeaders(Throwable exception, Response.ResponseBuilder answer) {
        if (exception instanceof WebApplicationException web) {
            for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.WWW_AUTHENTICATE)) {
                String value = web.getResponse().getHeaderString(name);
                if (value != null) {
                    answer.header(name, value);
                }
            }
        }
    }
}
