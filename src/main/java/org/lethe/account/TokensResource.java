package org.lethe.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.lethe.change.Precondition;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.Idempotent.Secret;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /tokens}: API tokens of who is asking. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"owner", "operator", "admin"})
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    AccountTokens tokens;

    @Inject
    IssueToken issue;

    @Inject
    RevokeToken revoke;

    @Inject
    CurrentAccount account;

    @Context
    UriInfo uri;

    @Context
    Request request;

    /** Makes a token; the answer is the only one that ever shows it. */
    @POST
    @Idempotent(secret = Secret.IN_ANSWER)
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(NewToken wanted, @Context HttpServletRequest request) {
        if (wanted == null) {
            throw Problem.malformed("Send {\"name\": \"…\", \"scopes\": [\"read\"]}.")
                    .exception();
        }
        IssuedToken token = issue.issue(wanted, request);
        return Response.created(uri.getBaseUriBuilder().path("tokens/{id}").build(token.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(token)
                .build();
    }

    /** Lists the account's tokens that are not revoked, newest first. */
    @GET
    @Path("tokens")
    public Page<TokenView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(tokens.list(account.id(), page), page, AccountToken::place, TokenView::of);
    }

    /** One token. */
    @GET
    @Path("tokens/{id}")
    public Response one(@PathParam("id") UUID id) {
        AccountToken token = tokens.find(account.id(), id)
                .orElseThrow(() -> Problem.notFound("token", id).exception());
        return Precondition.answer(request, TokenView.of(token));
    }

    /** Revokes a token: from the answer on, nobody gets in with it. */
    @DELETE
    @Path("tokens/{id}")
    public void revoke(@PathParam("id") UUID id) {
        revoke.revoke(id);
    }
}
