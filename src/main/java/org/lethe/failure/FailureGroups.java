package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The groups of failures, counted from their rows each time. Every method works in the caller's transaction. */
@Dependent
class FailureGroups {

    /**
     * Counted by group, state and hour first, so that figures and trend come of one reading of the rows. That the hours stand
     * in a query of their own, which {@code offset 0} keeps apart, lets the database expect as few as there are, and count
     * without sorting the rows; else it expects one for each time.
     */
    private static final String COUNTED = """
            with hourly as (
                select f.group_id, f.state, f.ago,
                       count(*) as n, sum(f.files) as files, min(f.first_at) as first_at, max(f.last_at) as last_at
                from (select f.group_id, f.state, f.files, f.first_at, f.last_at,
                             cast(greatest(0, least(24, floor(date_part('epoch', now() - f.last_at) / 3600))) as int) as ago
                      from failure f
                      where {matches} and ({counts} or f.last_at > now() - make_interval(hours => 24)) offset 0) f
                group by f.group_id, f.state, f.ago),
            counted as (
                select f.group_id,
                       coalesce(sum(f.n) filter (where {counts} and f.state = 'OPEN'), 0) as open,
                       coalesce(sum(f.n) filter (where {counts} and f.state = 'ASSIGNED'), 0) as assigned,
                       sum(f.n) filter (where {counts}) as failures,
                       sum(f.files) filter (where {counts}) as files,
                       min(f.first_at) filter (where {counts}) as first_at,
                       max(f.last_at) filter (where {counts}) as last_at,
                       string_agg(f.ago || ' ' || f.n, ' ') as trend
                from hourly f group by f.group_id having bool_or({counts}))
            select c.group_id, e.kind, e.storage, e.cause, c.open, c.assigned, c.failures, c.files, c.first_at, c.last_at,
                   c.trend
            from (select * from counted where (last_at, group_id) < (:at, :id)
                  order by last_at desc, group_id desc limit :rows) c
            cross join lateral (select kind, storage, cause from failure where group_id = c.group_id limit 1) e
            order by c.last_at desc, c.group_id desc""";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /**
     * The last seen first.
     *
     * @param states whose failures count; the trend has all of them
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<FailureGroup> page(FailureFilter filter, Collection<?> states, PageRequest page) {
        FailureConditions conditions = FailureConditions.of(filter.without(Narrowing.STATE));
        String sql = COUNTED.replace("{counts}", FailureConditions.in(states)).replace("{matches}", conditions.sql());
        List<Tuple> rows = conditions
                .set(entities.createNativeQuery(sql, Tuple.class)
                        .setParameter("at", page.after().createdAt())
                        .setParameter("id", page.after().id())
                        .setParameter("rows", page.rowsToRead()))
                .getResultList();
        return rows.stream().map(FailureGroups::group).toList();
    }

    private static FailureGroup group(Tuple row) {
        return new FailureGroup(
                row.get(0, UUID.class),
                FailureKind.valueOf(row.get(1, String.class)),
                row.get(2, String.class),
                row.get(3, String.class),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                number(row, 7),
                row.get(8, Instant.class),
                row.get(9, Instant.class),
                trend(row.get(10, String.class)));
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }

    /** Of pairs, how many hours ago and how many, one for each state. */
    private static List<Long> trend(String pairs) {
        long[] trend = new long[FailureGroup.HOURS];
        String[] numbers = pairs.split(" ", -1);
        for (int i = 0; i < numbers.length; i += 2) {
            int ago = Integer.parseInt(numbers[i]);
            if (ago < FailureGroup.HOURS) {
                trend[FailureGroup.HOURS - 1 - ago] += Long.parseLong(numbers[i + 1]);
            }
        }
        return Arrays.stream(trend).boxed().toList();
    }
}
