package org.lethe.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.lethe.problem.Problem;
import org.lethe.request.ClientAddresses;
import org.lethe.settings.LetheSettings;

/** {@code /session}: signing in and out, for browsers. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"owner", "operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    SignIn signIn;

    @Inject
    EndSession endSession;

    @Inject
    SessionCookie cookie;

    @Inject
    ClientAddresses addresses;

    @Inject
    LetheSettings settings;

    @Context
    HttpServletRequest request;

    @Context
    UriInfo uri;

    /** Signs in; the cookie of the answer is the session. */
    @POST
    @PermitAll
    @Path("session")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(Credentials credentials) {
        if (credentials == null) {
            throw Problem.malformed("Send {\"login\": \"…\", \"password\": \"…\"}.")
                    .exception();
        }
        SessionLogin login = signIn.signIn(credentials.valid(), addresses.of(request));
        return Response.created(uri.getAbsolutePath())
                .header(HttpHeaders.SET_COOKIE, cookie.setting(login.text(), request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(view(login))
                .build();
    }

    /** Who is signed in. */
    @GET
    @Path("session")
    public Response who() {
        return Response.ok(view(present()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Signs out. */
    @DELETE
    @Path("session")
    public Response end() {
        endSession.end(present());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.clearing(request))
                .build();
    }

    private SessionView view(SessionLogin login) {
        return SessionView.of(login, settings.session().idle().toSeconds());
    }

    private SessionLogin present() {
        return SessionAuthentication.of(request)
                .orElseThrow(() -> Problem.notFound("There is no session: these credentials come with each request.")
                        .exception());
    }
}
