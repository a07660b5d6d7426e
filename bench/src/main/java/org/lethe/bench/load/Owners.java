package org.lethe.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts for clients, made by the first administrator. */
public final class Owners {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private Owners() {}

    /** Makes accounts, and answers how their clients log in: with API tokens, as programs do. */
    public static List<String> make(URI server, String adminPassword, int count) throws IOException {
        List<String> authorizations = new ArrayList<>();
        try (Wire admin = new Wire(server, basic("admin", adminPassword))) {
            for (int n = 0; n < count; n++) {
                String login = "load-" + UUID.randomUUID();
                post(admin, "/api/admin/accounts", """
                        {"login":"%s","password":"%s of load","roles":["owner"]}""".formatted(login, login));
                authorizations.add(token(server, basic(login, login + " of load")));
            }
        }
        return authorizations;
    }

    private static String token(URI server, String authorization) throws IOException {
        try (Wire owner = new Wire(server, authorization)) {
            String made = post(owner, "/api/tokens", """
                    {"name":"load","scopes":["read","write","delete"]}""");
            Matcher token = TOKEN.matcher(made);
            if (!token.find()) {
                throw new IOException("no token in the answer");
            }
            return "Bearer " + token.group(1);
        }
    }

    private static String post(Wire wire, String path, String json) throws IOException {
        Reply reply = wire.send("POST", path, "application/json", json.getBytes(UTF_8));
        if (!reply.isSuccess()) {
            throw new IOException(path + " was answered " + reply.status() + ": " + reply.text());
        }
        return reply.text();
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ':' + password).getBytes(UTF_8));
    }
}
