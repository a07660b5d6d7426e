package org.lethe.errorpolicy;

import java.util.regex.Pattern;

/**
 * Makes the same text of the causes of the same trouble: what differs from one file to the next, such as ids, paths and
 * numbers, gives way to a word for it. Codes stay, as in {@code HTTP 503} or {@code error 28}: they say what it is.
 */
public final class CauseText {

    private static final int LONGEST = 300;

    private static final Pattern ID =
            Pattern.compile("\\b\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}\\b");
    private static final Pattern URL = Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s'\"),;]+");

    /** From the root, of a drive, or with several parts of which one is an id: not the 'Input/output' of an error. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/<>])(?:[A-Za-z]:\\\\|\\.{0,2}/)[^\\s'\":),;]+|[\\w.-]+(?:/[\\w.-]+)*/<id>[^\\s'\":),;]*");

    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b");

    /** As of hashes and keys: long, hexadecimal, with a digit and a letter. */
    private static final Pattern HEX =
            Pattern.compile("\\b(?:0x)?(?=\\p{XDigit}*\\d)(?=\\p{XDigit}*[A-Fa-f])\\p{XDigit}{8,}\\b");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d_.<-])"
            + "(?<!(?i:error|errno|code|status|http)[ =:#]{1,2})"
            + "(?![1-5]\\d\\d(?![\\d.,]))"
            + "\\d+(?:[.,]\\d+)*(?!\\d)");

    private CauseText() {}

    /** At most 300 characters, without line ends. */
    public static String normalised(String cause) {
        String text = cause.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        text = ID.matcher(text).replaceAll("<id>");
        text = URL.matcher(text).replaceAll("<url>");
        text = PATH.matcher(text).replaceAll("<path>");
        text = ADDRESS.matcher(text).replaceAll("<address>");
        text = HEX.matcher(text).replaceAll("<id>");
        text = NUMBER.matcher(text).replaceAll("<n>");
        if (text.isEmpty()) {
            return "unknown";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
