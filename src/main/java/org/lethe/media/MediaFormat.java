package org.lethe.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats that are taken. Which one a file is, its first bytes decide: neither its name nor what a client says. */
public enum MediaFormat {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    GIF("image/gif", true),
    WEBP("image/webp", true),
    HEIC("image/heic", false),
    AVIF("image/avif", false),
    MP4("video/mp4", false),
    MOV("video/quicktime", false);

    /** How many of a file's first bytes {@link #of} looks at. */
    public static final int HEAD_BYTES = 1024;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mp71", "avc1",
            "M4V ", "M4VP", "MSNV", "dash", "f4v ", "NDSC", "XAVC");

    /** What sniffers look for, and what no header of a picture holds. */
    private static final List<String> ACTIVE =
            List.of("<html", "<script", "<!doctype", "<svg ", "<body", "<iframe", "<?php", "%pdf-");

    private final String contentType;
    private final boolean isDecodable;

    MediaFormat(String contentType, boolean isDecodable) {
        this.contentType = contentType;
        this.isDecodable = isDecodable;
    }

    /** The media type by which such a file is kept and served. */
    public String contentType() {
        return contentType;
    }

    /** Whether this release can make a picture of it; the others are kept as they are. */
    public boolean isDecodable() {
        return isDecodable;
    }

    /** The format with this media type. */
    public static Optional<MediaFormat> ofContentType(String contentType) {
        return Arrays.stream(values())
                .filter(format -> format.contentType.equals(contentType))
                .findFirst();
    }

    /** All of them, for a person: {@code image/jpeg, image/png, …}. */
    public static String accepted() {
        return Arrays.stream(values()).map(MediaFormat::contentType).collect(Collectors.joining(", "));
    }

    /**
     * The format of a file that begins with these bytes; empty when it is none of them, or could be taken for a page or a
     * document as well.
     *
     * @param head the first {@value #HEAD_BYTES} bytes or more; fewer only of a file that has no more
     */
    public static Optional<MediaFormat> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD_BYTES), ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT);
        return ACTIVE.stream().anyMatch(lower::contains) ? Optional.empty() : bySignature(text);
    }

    private static Optional<MediaFormat> bySignature(String text) {
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBPVP8", 8)) {
            return Optional.of(WEBP);
        }
        return text.startsWith("ftyp", 4) && text.length() >= 16 ? byBrand(text) : Optional.empty();
    }

    /** ISO/IEC 14496-12, 4.3: the major brand, a version, the compatible brands. */
    private static Optional<MediaFormat> byBrand(String text) {
        int size = text.charAt(0) << 24 | text.charAt(1) << 16 | text.charAt(2) << 8 | text.charAt(3);
        Set<String> brands = Set.of(text.substring(8, 12));
        if (brands.contains("qt  ")) {
            return Optional.of(MOV);
        }
        if (size >= 16 && size <= text.length()) {
            brands = brandsUpTo(text, size);
        }
        if (brands.stream().anyMatch(AVIF_BRANDS::contains)) {
            return Optional.of(AVIF);
        }
        if (brands.stream().anyMatch(HEIC_BRANDS::contains)) {
            return Optional.of(HEIC);
        }
        return brands.stream().anyMatch(MP4_BRANDS::contains) ? Optional.of(MP4) : Optional.empty();
    }

    private static Set<String> brandsUpTo(String text, int end) {
        return java.util.stream.IntStream.iterate(8, at -> at + 4 <= end, at -> at + 4)
                .filter(at -> at != 12)
                .mapToObj(at -> text.substring(at, at + 4))
                .collect(Collectors.toSet());
    }
}
