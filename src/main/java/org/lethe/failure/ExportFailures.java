package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes all failures that match as CSV, however many there are: it reads some, writes them, reads the next. Each reading is
 * a transaction of its own, so that a slow client holds nothing at the database.
 */
@Dependent
class ExportFailures {

    private static final int AT_ONCE = 1000;

    private final FindFailures find;

    @Inject
    ExportFailures(FindFailures find) {
        this.find = find;
    }

    void write(FailureFilter filter, FailureSort sort, OutputStream out) throws IOException {
        Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv.write(FailureCsv.HEADER);
        Optional<FailurePlace> after = Optional.empty();
        do {
            List<Failure> rows = find.rows(filter, sort, after, AT_ONCE);
            for (Failure row : rows) {
                csv.write(FailureCsv.line(row));
            }
            csv.flush();
            after = rows.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(FailurePlace.of(sort, rows.get(rows.size() - 1)));
        } while (after.isPresent());
    }
}
