package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.settings.LetheSettings;

/**
 * The cookie by which a browser comes back to its session. Scripts cannot read it, and no other site's page sends it. Over
 * TLS, or when the settings say that TLS ends before Lethe, it is for TLS only, and its name keeps neighbouring hosts from
 * setting it (RFC 6265bis, section 4.1.3). It goes when the browser is closed.
 */
@Dependent
class SessionCookie {

    private static final String NAME = "lethe-session";
    private static final String NAME_FOR_TLS = "__Host-" + NAME;
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

    private final boolean alwaysSecure;

    @Inject
    SessionCookie(LetheSettings settings) {
        this.alwaysSecure = settings.session().alwaysSecureCookie();
    }

    Optional<SessionText> of(HttpServletRequest request) {
        String name = name(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(SessionText::new)
                .findFirst();
    }

    /** The value of the header {@code Set-Cookie} that begins a session. */
    String setting(SessionText session, HttpServletRequest request) {
        return name(request) + '=' + session.text() + ATTRIBUTES + secure(request);
    }

    /** The value of the header {@code Set-Cookie} that ends it. */
    String clearing(HttpServletRequest request) {
        return name(request) + "=; Max-Age=0" + ATTRIBUTES + secure(request);
    }

    private String name(HttpServletRequest request) {
        return isSecure(request) ? NAME_FOR_TLS : NAME;
    }

    private String secure(HttpServletRequest request) {
        return isSecure(request) ? "; Secure" : "";
    }

    private boolean isSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }
}
