package org.lethe.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers 400 to a body that is no JSON, or not of the shape that the operation takes. An interceptor and not a mapper:
 * the same exceptions, thrown while an answer is written, are the server's fault.
 */
@Provider
public class MalformedBody implements ReaderInterceptor {

    private static final Pattern PROPERTY = Pattern.compile("property '([A-Za-z0-9_]+)'");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (ProcessingException | JsonException | JsonbException e) {
            throw malformed(e);
        }
    }

    /** Only the name of the property is taken from the parser's words: they quote the body and name classes. */
    static ProblemException malformed(RuntimeException cause) {
        for (Throwable next = cause; next != null; next = next.getCause()) {
            if (next instanceof ProblemException problem) {
                return problem;
            }
        }
        String message = String.valueOf(cause.getMessage()) + ' ' + cause.getCause();
        Matcher property = PROPERTY.matcher(message);
        List<FieldError> errors = property.find()
                ? List.of(new FieldError(property.group(1), "is not of the type that is expected here"))
                : List.of();
        return Problem.malformed("The body is not the JSON that this operation takes.", errors)
                .exception(cause);
    }
}
