package org.lethe.photo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content of {@code total} bytes, from {@code first} on (RFC 9110, 14). A request for several ranges is
 * answered with the whole, as the specification allows.
 */
record ByteRange(long first, long length, long total) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long total) {
        return new ByteRange(0, total, total);
    }

    /**
     * Reads a {@code Range} header.
     *
     * @return the part asked for, the whole for a header that is not understood, or empty when the part lies outside
     *     of the content (416)
     */
    static Optional<ByteRange> of(String header, long total) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.of(whole(total));
        }
        if (range.group(1).isEmpty()) {
            return suffix(Long.parseLong(range.group(2)), total);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? total - 1 : Math.min(Long.parseLong(range.group(2)), total - 1);
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        if (backwards) {
            return Optional.of(whole(total));
        }
        return first >= total ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1, total));
    }

    private static Optional<ByteRange> suffix(long bytes, long total) {
        if (bytes == 0) {
            return Optional.empty();
        }
        long length = Math.min(bytes, total);
        return Optional.of(new ByteRange(total - length, length, total));
    }

    boolean isWhole() {
        return length == total;
    }

    /** The value of {@code Content-Range}. */
    String contentRange() {
        return "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
}
