package org.lethe.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/**
 * Writes all entries that match as CSV, newest first, however many there are: a page is read, written, and forgotten. Each
 * reading is a transaction of its own, so that a slow client holds nothing at the database.
 */
@Dependent
class ExportEntries {

    private static final String AT_ONCE = "500";

    private final ReadChain chain;

    @Inject
    ExportEntries(ReadChain chain) {
        this.chain = chain;
    }

    void write(AuditFilter filter, OutputStream out) throws IOException {
        Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv.write(AuditCsv.HEADER);
        String cursor = null;
        do {
            Page<String> page = chain.page(filter, PageRequest.of(AT_ONCE, cursor), AuditCsv::line);
            for (String line : page.items()) {
                csv.write(line);
            }
            csv.flush();
            cursor = page.nextCursor();
        } while (cursor != null);
    }
}
