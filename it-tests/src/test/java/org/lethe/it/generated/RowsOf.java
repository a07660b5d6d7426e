package org.lethe.it.generated;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lethe.it.Lethe;

/**
 * Every row that belongs to an account, in whatever table: those with a column {@code owner_id} or {@code account_id},
 * and the account's own.
 *
 * @param rows as JSON, without the note of when a token was last used
 */
record RowsOf(Set<String> rows) {

    static RowsOf account(Lethe lethe, String login) {
        List<String> owning = lethe.database()
                .texts("select table_name || ' ' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and column_name in ('owner_id', 'account_id')"
                        + " and table_name <> 'account_session'"); // who knows login and password may sign in
        Set<String> rows = new TreeSet<>(
                lethe.database().texts("select 'account ' || to_jsonb(a)::text from account a where login = ?", login));
        for (String column : owning) {
            String[] parts = column.split(" ", -1);
            rows.addAll(lethe.database()
                    .texts(
                            ("select '%1$s ' || (to_jsonb(t) - 'last_used_at')::text from %1$s t join account a"
                                            + " on a.id = t.%2$s where a.login = ?")
                                    .formatted(parts[0], parts[1]),
                            login));
        }
        return new RowsOf(rows);
    }

    /** Rows that were not there, or not so, and those that are not any more. */
    List<String> changesSince(RowsOf before) {
        return Stream.concat(
                        rows.stream().filter(row -> !before.rows.contains(row)).map("new: "::concat),
                        before.rows.stream().filter(row -> !rows.contains(row)).map("gone: "::concat))
                .toList();
    }
}
