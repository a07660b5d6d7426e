package org.lethe.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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

/** {@code /admin/accounts}: people and what they may do. For administrators only. */
@Path("/admin/accounts")
@ApplicationScoped
@RolesAllowed("admin")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    Accounts accounts;

    @Inject
    AddAccount add;

    @Inject
    ChangeAccount change;

    @Inject
    CurrentAccount current;

    @Context
    UriInfo uri;

    @Context
    Request request;

    /** Makes an account. */
    @POST
    @Idempotent(secret = Secret.IN_REQUEST)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(NewAccount wanted) {
        current.require(Role.ADMIN);
        Account account = add.add(present(wanted).valid());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(account.id().toString())
                        .build())
                .entity(AccountView.of(account))
                .build();
    }

    /** Lists all accounts, disabled ones too, the newest first. */
    @GET
    public Page<AccountView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        current.require(Role.ADMIN);
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(accounts.list(page), page, Account::place, AccountView::of);
    }

    /** One account. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") UUID id) {
        current.require(Role.ADMIN);
        Account account = accounts.find(id)
                .orElseThrow(() -> Problem.notFound("account", id).exception());
        return Precondition.answer(request, AccountView.of(account));
    }

    /** Changes password, roles, or whether the account is disabled. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") UUID id, AccountChange wanted) {
        current.require(Role.ADMIN);
        Account changed =
                change.change(id, present(wanted), account -> Precondition.require(request, AccountView.of(account)));
        return Precondition.changed(AccountView.of(changed));
    }

    /** Disables an account: it can no longer log in; what it owns stays. */
    @DELETE
    @Path("{id}")
    public void disable(@PathParam("id") UUID id) {
        current.require(Role.ADMIN);
        change.change(id, AccountChange.DISABLE, whatever -> {});
    }

    private static <T> T present(T body) {
        if (body == null) {
            throw Problem.malformed("The operation takes a JSON object.").exception();
        }
        return body;
    }
}
