package org.lethe.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * URLs that somebody else has chosen. What can be told of one without looking up its name is checked: where it really leads
 * is decided when it is called.
 */
public final class OutboundUrl {

    /** Characters. */
    public static final int LONGEST = 2048;

    private static final int HIGHEST_PORT = 65_535;

    private OutboundUrl() {}

    /** What is wrong with a URL, as a rule that it breaks; empty when it may be called. */
    public static Optional<String> fault(String text, OutboundRules rules) {
        if (text.length() > LONGEST) {
            return Optional.of("may have " + LONGEST + " characters at most");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return Optional.of("must be ASCII: a host in its xn-- form, a path with percent signs");
        }
        try {
            return fault(new URI(text), rules);
        } catch (URISyntaxException notOne) {
            return Optional.of("must be a URL");
        }
    }

    private static Optional<String> fault(URI url, OutboundRules rules) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(rules.allowPlain() && scheme.equals("http"))) {
            return Optional.of("must begin with https://");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("must not have a user or a password");
        }
        if (url.getHost() == null) {
            return Optional.of("must have a host, a name or an address");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must not have a fragment (#…)");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return Optional.of("must have a port from 1 to " + HIGHEST_PORT);
        }
        return mayBeCallable(url.getHost(), rules) ? Optional.empty() : Optional.of("must be at a public address");
    }

    /**
     * Whether a host may turn out to be callable. A name is not looked up: the last label of one has no digit in front
     * (RFC 3986 and {@link URI#getHost}).
     */
    public static boolean mayBeCallable(String host, OutboundRules rules) {
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        boolean isAddress = host.startsWith("[") || (!lastLabel.isEmpty() && Character.isDigit(lastLabel.charAt(0)));
        try {
            return !isAddress || rules.allow(InetAddress.getByName(host));
        } catch (UnknownHostException notOne) {
            return false;
        }
    }
}
