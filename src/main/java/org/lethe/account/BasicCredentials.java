package org.lethe.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** Login and password as the header {@code Authorization} brings them (RFC 7617, section 2). */
record BasicCredentials(String login, String password) {

    private static final String SCHEME = "Basic ";

    /** Empty when there is no such header, or it is of another scheme or not readable. */
    static Optional<BasicCredentials> of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new BasicCredentials(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    PasswordAttempt from(String address) {
        return new PasswordAttempt(login, password, address);
    }

    @Override
    public String toString() {
        return login;
    }
}
