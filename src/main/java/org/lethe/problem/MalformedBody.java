package org.lethe.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers 400 to a body that is no JSON, or not of the shape that the operation takes, and 413 to one that is larger than
 * any operation needs. An interceptor and not a mapper: the same exceptions, thrown while an answer is written, are the
 * server's fault. JSON is UTF-8, and parameters of its type
 * have no effect (RFC 8259, sections 8.1 and 11): a charset that is named there is not looked for.
 */
@Provider
public class MalformedBody implements ReaderInterceptor {

    /** As many ids as one deletion may ever name, with room to spare; a body is held in memory as a whole. */
    private static final int MOST_BYTES = 8 << 20;

    private static final Pattern PROPERTY = Pattern.compile("property '([A-Za-z0-9_]+)'");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && isJson(type)) {
            context.setInputStream(new ByteArrayInputStream(checked(context)));
            context.setMediaType(new MediaType(lowerCase(type.getType()), lowerCase(type.getSubtype())));
        }
        try {
            return context.proceed();
        } catch (ProcessingException | JsonException | JsonbException e) {
            throw malformed(e);
        }
    }

    private static boolean isJson(MediaType type) {
        String subtype = lowerCase(type.getSubtype());
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static byte[] checked(ReaderInterceptorContext context) throws IOException {
        byte[] body = read(context.getInputStream());
        if (body.length > 0) {
            StrictJson.check(body, context.getType());
        }
        return body;
    }

    /**
     * The whole of a body of JSON.
     *
     * @throws ProblemException 413 when it is larger than 8 MiB
     */
    public static byte[] read(InputStream stream) throws IOException {
        byte[] body = stream.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES).exception();
        }
        return body;
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
