package org.lethe.limits;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.lethe.problem.ContainerErrors;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;

/**
 * Lets a request of the API through when its owner may have it, and there is room for it. Both are decided before anything
 * of its body is read, but that of who is not recognised: it is here before a place is taken, so that nobody without
 * credentials holds one by sending slowly. Everybody else's body has to come in time. What goes on after its answer has
 * begun, such as events, takes no place.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class AdmitRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RateLimits rates;

    @Inject
    private transient Gate gate;

    @Inject
    private transient Admission admission;

    @Inject
    private transient LetheSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestKind kind = RequestKind.of(request);
        Optional<Quota> quota = take(kind, request);
        quota.ifPresent(known -> known.tell(response));
        Optional<Quota> exceeded = quota.filter(known -> !known.allowed());
        if (exceeded.isPresent()) {
            ContainerErrors.answer(exceeded.get().refusal(), request, response);
        } else if (kind.hasBody()) {
            admitPunctual(kind, request, response, chain);
        } else {
            admit(kind, request, response, chain);
        }
    }

    /** What asks for no credentials, as signing in does, counts for the address: it may have to compare a password. */
    private Optional<Quota> take(RequestKind kind, HttpServletRequest request) {
        Principal owner = request.getUserPrincipal();
        return owner == null ? gate.take(request) : rates.take(kind.wireName(), owner.getName());
    }

    private void admitPunctual(
            RequestKind kind, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        PunctualRequest punctual = new PunctualRequest(request, response, BodyPace.of(kind, settings.admission()));
        try {
            if (request.getUserPrincipal() == null) {
                punctual.readAhead();
            }
        } catch (ProblemException refused) {
            ContainerErrors.answer(refused.problem(), request, response);
            return;
        } catch (IOException connectionLost) {
            ContainerErrors.answer(Problem.malformed("The body ended before it was complete."), request, response);
            return;
        }
        admit(kind, punctual, response, chain);
    }

    private void admit(RequestKind kind, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Admission.Place> place = admission.enter(kind);
        if (place.isEmpty()) {
            ContainerErrors.answer(Admission.refusal(kind), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            place.get().leave();
        }
    }
}
