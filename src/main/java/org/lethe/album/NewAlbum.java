package org.lethe.album;

import java.util.List;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What a client sends to make an album. */
public record NewAlbum(String name) {

    static final int MAX_NAME = 200;

    /**
     * The name to use.
     *
     * @throws ProblemException 400 when it is missing, blank, longer than 200 characters, or holds a character that no
     *     text in the database can (U+0000)
     */
    String validName() {
        if (name == null || name.isBlank() || name.length() > MAX_NAME || name.indexOf(0) >= 0) {
            throw Problem.malformed(
                            "An album needs a name of 1 to " + MAX_NAME + " characters.",
                            List.of(new FieldError("name", "must have 1 to " + MAX_NAME + " characters")))
                    .exception();
        }
        return name.strip();
    }
}
