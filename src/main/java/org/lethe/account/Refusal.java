package org.lethe.account;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lethe.problem.ContainerErrors;
import org.lethe.problem.Problem;

/** Ends a request before any resource is reached. */
final class Refusal {

    private Refusal() {}

    static AuthenticationStatus answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        return sent(() -> ContainerErrors.answer(problem, request, response));
    }

    static AuthenticationStatus unavailable(HttpServletResponse response) throws AuthenticationException {
        return sent(() -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE));
    }

    private static AuthenticationStatus sent(Sending sending) throws AuthenticationException {
        try {
            sending.send();
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException("the client is gone", e);
        }
    }

    private interface Sending {

        void send() throws IOException;
    }
}
