package org.lethe.failure;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.lethe.storage.StorageId;

/**
 * A filter as conditions on the row {@code f} of a failure. Names that the code itself knows stand in the text, so that the
 * database sees which of its partial indexes fit; whatever somebody sent is a parameter.
 */
final class FailureConditions {

    static final String OVERDUE = "(f.state = 'ASSIGNED' and f.due_at < now())";

    private final StringJoiner sql = new StringJoiner(" and ", "(", ")").setEmptyValue("true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private FailureConditions() {}

    static FailureConditions of(FailureFilter filter) {
        FailureConditions conditions = new FailureConditions();
        filter.narrowings().forEach(conditions::add);
        return conditions;
    }

    /** Of names of states; false for none. */
    static String in(Collection<?> states) {
        return states.isEmpty() ? "false" : "f.state in (" + quoted(states) + ")";
    }

    String sql() {
        return sql.toString();
    }

    /** Sets the parameters of {@link #sql} in a statement. */
    Query set(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private void add(Narrowing narrowing, List<?> values) {
        if (values.isEmpty()) {
            sql.add("false");
            return;
        }
        sql.add(
                switch (narrowing) {
                    case STATE -> in(values);
                    case KIND -> "f.kind in (" + quoted(values) + ")";
                    case STORAGE ->
                        "f.storage in ("
                                + quoted(values.stream()
                                        .map(storage -> ((StorageId) storage).wireName())
                                        .toList())
                                + ")";
                    case GROUP -> anyOf("f.group_id", narrowing, values);
                    case ID -> anyOf("f.id", narrowing, values);
                    case CAUSE -> is("f.cause = ", narrowing, values);
                    case QUEUE -> is("f.queue = ", narrowing, values);
                    case DELETION -> is("f.deletion_id = ", narrowing, values);
                    case OWNER -> is("f.owner_id = ", narrowing, values);
                    case ASSIGNEE -> is("f.assignee = ", narrowing, values);
                    case FROM -> is("f.last_at >= ", narrowing, values);
                    case UNTIL -> is("f.last_at < ", narrowing, values);
                    case OVERDUE -> values.contains(true) ? OVERDUE : "not coalesce(" + OVERDUE + ", false)";
                    case WORDS -> {
                        parameters.put(name(narrowing), ((SearchWords) values.get(0)).query());
                        yield "f.words @@ to_tsquery('simple', :" + name(narrowing) + ")";
                    }
                });
    }

    private String is(String condition, Narrowing narrowing, List<?> values) {
        parameters.put(name(narrowing), values.get(0));
        return condition + ':' + name(narrowing);
    }

    /** One value is compared as one, so that what an index has in order comes in order. */
    private String anyOf(String column, Narrowing narrowing, List<?> values) {
        if (values.size() == 1) {
            return is(column + " = ", narrowing, values);
        }
        parameters.put(name(narrowing), values.toArray(UUID[]::new));
        return column + " = any(:" + name(narrowing) + ")";
    }

    private static String name(Narrowing narrowing) {
        return "only" + narrowing.name().charAt(0)
                + narrowing.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String quoted(Collection<?> names) {
        StringJoiner quoted = new StringJoiner(", ");
        names.forEach(name -> quoted.add("'" + name + "'"));
        return quoted.toString();
    }
}
