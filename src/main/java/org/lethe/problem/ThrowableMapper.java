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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/** Turns everything that a resource lets escape into a problem. The one place that does. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ThrowableMapper.class.getName());

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable exception) {
        if (exception instanceof WebApplicationException web
                && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = new UnwrapProblem(translators()).in(exception).orElseGet(() -> unexpected(exception));
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemJson.of(problem, request.getRequestURI()).toString());
        problem.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        problem.location().ifPresent(answer::location);
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

    private Problem unexpected(Throwable exception) {
        String id = UUID.randomUUID().toString();
        LOG.log(
                Level.ERROR,
                () -> "LETHE-1001 unexpected error " + id + " at " + request.getMethod() + " " + request.getRequestURI()
                        + "; answered 500",
                exception);
        return Problem.of("internal", 500, "Something unexpected happened; the log has more under the id " + id + ".");
    }
}
