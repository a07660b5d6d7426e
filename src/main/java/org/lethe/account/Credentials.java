package org.lethe.account;

import java.util.ArrayList;
import java.util.List;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** The body of a sign-in, as it came. */
public record Credentials(String login, String password) {

    private static final int LONGEST = 256;

    /**
     * Returns itself when both are there.
     *
     * @throws ProblemException 400 with all that was wrong
     */
    Credentials valid() {
        List<FieldError> errors = new ArrayList<>();
        check("login", login, errors);
        check("password", password, errors);
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some fields are not acceptable.", errors).exception();
        }
        return this;
    }

    private static void check(String field, String text, List<FieldError> errors) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            errors.add(new FieldError(field, "must have 1 to " + LONGEST + " characters"));
        }
    }

    @Override
    public String toString() {
        return "credentials of " + login;
    }
}
