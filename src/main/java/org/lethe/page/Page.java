package org.lethe.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items, newest first
 * @param nextCursor where the next page begins, or null when this is the last
 */
public record Page<T>(List<T> items, String nextCursor) {

    /** Makes a page of rows that were read with {@link PageRequest#rowsToRead()}. */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, Cursor> place, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? place.apply(shown.get(shown.size() - 1)).encoded() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
