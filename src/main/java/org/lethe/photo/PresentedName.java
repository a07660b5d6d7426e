package org.lethe.photo;

import java.nio.charset.StandardCharsets;

/**
 * The value of {@code Content-Disposition} that gives a photo its name when somebody keeps it (RFC 6266): in UTF-8
 * (RFC 8187), and for old clients in ASCII.
 */
final class PresentedName {

    private static final String ATTRIBUTE_CHARS = "!#$&+-.^_`|~";

    private PresentedName() {}

    /**
     * The header's value.
     *
     * @param download whether the client asked to keep it rather than to show it
     * @param filename any text, or null when nobody named it
     */
    static String of(boolean download, String filename) {
        String disposition = download ? "attachment" : "inline";
        return filename == null
                ? disposition
                : disposition + "; filename=\"" + ascii(filename) + "\"; filename*=UTF-8''" + encoded(filename);
    }

    private static String ascii(String filename) {
        return filename.replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    private static String encoded(String filename) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : filename.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ATTRIBUTE_CHARS.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
