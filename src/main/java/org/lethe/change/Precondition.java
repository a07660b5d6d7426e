package org.lethe.change;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Conditional requests for a resource that is one record (RFC 9110, 13). Its entity tag is made of all its members, so
 * it is the same on every node, and another as soon as any of them is.
 */
public final class Precondition {

    private Precondition() {}

    /** The answer to a GET: 200 with the view and its tag, or 304 when the client has just that. */
    public static Response answer(Request request, Object view) {
        EntityTag tag = tagOf(view);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged)
                .tag(tag)
                .cacheControl(privateToTheClient())
                .build();
    }

    /** The answer to a change: 200 with the view as it is now, and its tag. */
    public static Response changed(Object view) {
        return Response.ok(view).tag(tagOf(view)).build();
    }

    /**
     * The answer to a GET of something of which a part changes by itself: 200 with the view, and the tag of the part that
     * clients change.
     */
    public static Response answer(Object tagged, Object view) {
        return Response.ok(view)
                .tag(tagOf(tagged))
                .cacheControl(privateToTheClient())
                .build();
    }

    /** The answer to a POST: 201 with the view, where it is, and the tag of the part of it that clients change. */
    public static Response created(Object tagged, Object view, URI location) {
        return Response.created(location).entity(view).tag(tagOf(tagged)).build();
    }

    /** Whether {@code If-Match} names the present state of what is tagged, or is not there. */
    public static boolean isMet(Request request, Object tagged) {
        return request.evaluatePreconditions(tagOf(tagged)) == null;
    }

    /**
     * Lets a change go on whose {@code If-Match} names the present state, or that has none. Lock the row before, else
     * two changes may both find it unchanged.
     *
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public static void require(Request request, Object view) {
        if (request.evaluatePreconditions(tagOf(view)) != null) {
            throw Problem.preconditionFailed(
                            "It was changed since you read it, so nothing was done. Read it again, then decide.")
                    .exception();
        }
    }

    private static EntityTag tagOf(Object view) {
        byte[] members = view.toString().getBytes(StandardCharsets.UTF_8);
        return new EntityTag(UUID.nameUUIDFromBytes(members).toString());
    }

    private static CacheControl privateToTheClient() {
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        return cache;
    }
}
