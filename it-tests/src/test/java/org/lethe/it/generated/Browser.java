package org.lethe.it.generated;

import jakarta.json.Json;
import java.util.Optional;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** Somebody with every role who signs in with a browser. */
final class Browser {
    private final Lethe lethe;
    private final LetheClient account;
    private final Fixtures fixtures;

    Browser(Lethe lethe) {
        this.lethe = lethe;
        this.account = lethe.newAccount(Actors.ROLES.toArray(String[]::new));
        this.fixtures = new Fixtures(lethe, account, Actors.ROLES);
    }

    /** With a new session. */
    Actor actor() {
        Answer signedIn = lethe.anonymous()
                .post(
                        "api/session",
                        Json.createObjectBuilder()
                                .add("login", account.login())
                                .add("password", fixtures.fresh("password"))
                                .build())
                .expect(201);
        String cookie = signedIn.header("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        LetheClient client = lethe.withSession(cookie, signedIn.json().getString("csrfToken"));
        return new Actor(
                "a session of an account with every role",
                client,
                Optional.of(Actors.ROLES),
                Optional.empty(),
                Optional.of(fixtures));
    }
}
