package org.lethe.console;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of the console, as it is sent.
 *
 * @param tag the SHA-256 of the bytes, as a strong ETag (RFC 9110, 8.8.3)
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record ConsoleFile(byte[] bytes, String contentType, String tag) {

    private static final String PAGE = "index.html";

    /** No part of it begins with a dot, so none leads out of the directory, however it is written. */
    private static final Pattern FILE = Pattern.compile("/((?:js|css)(?:/\\w[\\w.-]*)+|icon\\.svg)");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    /** The name of the file that a path below the console means: itself, or the page. */
    static String nameFor(String path) {
        var file = FILE.matcher(path);
        return file.matches() ? file.group(1) : PAGE;
    }

    static ConsoleFile of(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = CONTENT_TYPES.getOrDefault(ending, "application/octet-stream");
        return new ConsoleFile(bytes, type, '"' + HexFormat.of().formatHex(sha256(bytes)) + '"');
    }

    /** Whether one of these is its tag; null when the client has none. */
    boolean isTagged(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
