package org.lethe.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What an account may look like. Notes every fault of a request before it refuses. */
final class AccountRules {

    private static final String LOGIN = "[a-z0-9][a-z0-9._@+-]{0,63}";
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 256;
    private static final long MOST_QUOTA = 1L << 60;

    private final List<FieldError> errors = new ArrayList<>();

    AccountRules login(String login) {
        if (login == null || !login.matches(LOGIN)) {
            wrong("login", "must have 1 to 64 of a-z, 0-9, '.', '_', '@', '+', '-', and begin with a letter or digit");
        }
        return this;
    }

    AccountRules password(String password, String login) {
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            wrong("password", "must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
        } else if (password.equalsIgnoreCase(login)) {
            wrong("password", "must not be the login");
        }
        return this;
    }

    AccountRules roles(List<String> roles) {
        boolean known = roles != null
                && !roles.isEmpty()
                && roles.stream().allMatch(role -> Role.find(role).isPresent());
        if (!known) {
            wrong("roles", "must be one or more of: owner, operator, admin");
        }
        return this;
    }

    AccountRules quota(long bytes) {
        if (bytes < -1 || bytes > MOST_QUOTA) {
            wrong("quotaBytes", "must be a number of bytes up to 2^60, or -1 for as many as the settings say");
        }
        return this;
    }

    AccountRules notOfProvider(String field, Object wanted) {
        if (wanted != null) {
            wrong(field, "is the provider's to say for this account");
        }
        return this;
    }

    /** @throws ProblemException 400 with all that was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some fields are not acceptable.", errors).exception();
        }
    }

    static List<Role> rolesOf(List<String> wireNames) {
        return wireNames.stream().map(Role::find).flatMap(Optional::stream).toList();
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
