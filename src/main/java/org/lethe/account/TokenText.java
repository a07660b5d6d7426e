package org.lethe.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of an API token: the secret itself. Its owner sees it once, and Lethe keeps only its SHA-256. A slow, salted
 * hash as for passwords would add nothing: nobody guesses 256 random bits, however fast the guesses are compared, and no
 * two tokens are alike. So a token is found by its hash, with one look-up; how long that takes tells of hashes at most,
 * from which no text can be made.
 */
record TokenText(String text) {

    /** By this, people and scanners for leaked secrets recognise a token. */
    static final String PREFIX = "lethe_";

    private static final int RANDOM_BYTES = 32;
    private static final String SCHEME = "Bearer ";

    /** A new one, of 256 random bits. */
    static TokenText random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new TokenText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As the header {@code Authorization} brings it (RFC 6750, section 2.1); empty when it is of another scheme. */
    static Optional<TokenText> of(String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(new TokenText(header.substring(SCHEME.length()).strip()))
                : Optional.empty();
    }

    /** Three parts with dots between them, as a signed JWT has (RFC 7515, section 7.1); no API token has a dot. */
    boolean isOfProvider() {
        return !text.startsWith(PREFIX) && text.indexOf('.') >= 0;
    }

    /** In hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
