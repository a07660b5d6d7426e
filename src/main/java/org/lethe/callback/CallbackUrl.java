package org.lethe.callback;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.CallbackSettings;

/**
 * Where an owner wants to be called back. What can be told of it without looking up its name is checked: where it really
 * leads is decided when it is called.
 */
public record CallbackUrl(String text) {

    static final int LONGEST = 2048;

    private static final String FIELD = "callback.url";
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the URL of a request.
     *
     * @throws ProblemException 422 when it is not one that is called, or nobody is called back here
     */
    public static CallbackUrl of(String text, CallbackSettings settings) {
        if (settings.key().isEmpty()) {
            throw CallbackSecrets.notSetUp().exception();
        }
        fault(text, settings).ifPresent(rule -> {
            throw Problem.of("callback-refused", 422, "Nothing was deleted: " + FIELD + " " + rule + ".")
                    .withErrors(List.of(new FieldError(FIELD, rule)))
                    .exception();
        });
        return new CallbackUrl(text);
    }

    static Optional<String> fault(String text, CallbackSettings settings) {
        if (text.length() > LONGEST) {
            return Optional.of("may have " + LONGEST + " characters at most");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return Optional.of("must be ASCII: a host in its xn-- form, a path with percent signs");
        }
        try {
            return fault(new URI(text), settings);
        } catch (URISyntaxException notOne) {
            return Optional.of("must be a URL");
        }
    }

    private static Optional<String> fault(URI url, CallbackSettings settings) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(settings.allowHttp() && scheme.equals("http"))) {
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
        return settings.allowPrivate() || isNameOrPublic(url.getHost())
                ? Optional.empty()
                : Optional.of("must be at a public address");
    }

    /** A name is not looked up: the last label of one has no digit in front (RFC 3986 and {@link URI#getHost}). */
    private static boolean isNameOrPublic(String host) {
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        boolean isAddress = host.startsWith("[") || (!lastLabel.isEmpty() && Character.isDigit(lastLabel.charAt(0)));
        try {
            return !isAddress || PublicAddresses.has(InetAddress.getByName(host));
        } catch (UnknownHostException notOne) {
            return false;
        }
    }
}
