package org.lethe.idempotency;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A client's name for one request, as the header brings it: in quotation marks, as
 * draft-ietf-httpapi-idempotency-key-header has it, or bare.
 */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("(\"?)([!#-\\[\\]-~]{1,255})\\1");

    /** @throws ProblemException 400 when it is not one key, of 1 to 255 visible ASCII characters */
    static IdempotencyKey of(List<String> headers) {
        Matcher key = VALID.matcher(headers.get(0).strip());
        if (headers.size() > 1 || !key.matches()) {
            throw Problem.malformed(
                            "The header Idempotency-Key is not valid.",
                            List.of(new FieldError(
                                    HEADER,
                                    "must come once, with 1 to 255 visible ASCII characters other than \" and \\,"
                                            + " such as a UUID")))
                    .exception();
        }
        return new IdempotencyKey(key.group(2));
    }
}
