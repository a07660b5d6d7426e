package org.lethe.it.generated;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** Everybody who could come: each role, each scope, and whoever has no right to be there. */
final class Actors {
    static final Set<String> ROLES = Set.of("owner", "operator", "admin");
    private static final List<String> SCOPES = List.of("read", "write", "delete", "operate", "admin");

    private final Lethe lethe;
    private final List<Actor> actors = new ArrayList<>();

    private Actors(Lethe lethe) {
        this.lethe = lethe;
    }

    static List<Actor> of(Lethe lethe) {
        Actors all = new Actors(lethe);
        all.strangers();
        all.withPasswords();
        all.withTokens();
        return all.actors;
    }

    private void strangers() {
        actors.add(Actor.stranger("nobody", lethe.anonymous()));
        actors.add(Actor.stranger("a login that is unknown", lethe.client("nobody-" + UUID.randomUUID(), "password")));
        actors.add(Actor.stranger("a token that is none", lethe.withToken("lethe_" + "a".repeat(43))));
        LetheClient account = everything();
        actors.add(Actor.stranger("a token that was revoked", lethe.withToken(revoked(account))));
        actors.add(Actor.stranger("a token that has expired", lethe.withToken(expired(account))));
        LetheClient disabled = everything();
        String token = token(disabled, SCOPES).getString("token");
        lethe.database().execute("update account set disabled_at = now() where login = ?", disabled.login());
        actors.add(Actor.stranger("a disabled account", disabled));
        actors.add(Actor.stranger("a token of a disabled account", lethe.withToken(token)));
    }

    private void withPasswords() {
        for (String role : ROLES) {
            LetheClient account = lethe.newAccount(role);
            actors.add(new Actor(
                    "an account with the role " + role,
                    account,
                    Optional.of(Set.of(role)),
                    Optional.empty(),
                    Optional.of(new Fixtures(lethe, account, Set.of(role)))));
        }
        LetheClient everything = everything();
        actors.add(new Actor(
                "an account with every role",
                everything,
                Optional.of(ROLES),
                Optional.empty(),
                Optional.of(new Fixtures(lethe, everything, ROLES))));
    }

    private void withTokens() {
        LetheClient account = everything();
        Optional<Fixtures> fixtures = Optional.of(new Fixtures(lethe, account, ROLES));
        for (String scope : SCOPES) {
            LetheClient client = lethe.withToken(token(account, List.of(scope)).getString("token"));
            actors.add(new Actor(
                    "a token with the scope " + scope,
                    client,
                    Optional.of(ROLES),
                    Optional.of(Set.of(scope)),
                    fixtures));
        }
        LetheClient demoted = everything();
        LetheClient token = lethe.withToken(token(demoted, SCOPES).getString("token"));
        lethe.database().execute("update account set roles = '{owner}' where login = ?", demoted.login());
        actors.add(new Actor(
                "a token with every scope of an account that is only an owner any more",
                token,
                Optional.of(Set.of("owner")),
                Optional.of(Set.copyOf(SCOPES)),
                Optional.of(new Fixtures(lethe, demoted, Set.of("owner")))));
    }

    private String revoked(LetheClient account) {
        JsonObject token = token(account, SCOPES);
        account.delete("api/tokens/" + token.getString("id")).expect(204);
        return token.getString("token");
    }

    private String expired(LetheClient account) {
        JsonObject token = token(account, SCOPES);
        lethe.database()
                .execute(
                        "update account_token set created_at = now() - interval '2 days',"
                                + " expires_at = now() - interval '1 minute' where id = ?",
                        UUID.fromString(token.getString("id")));
        return token.getString("token");
    }

    private LetheClient everything() {
        return lethe.newAccount(ROLES.toArray(String[]::new));
    }

    private static JsonObject token(LetheClient account, List<String> scopes) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "a token")
                .add("scopes", Json.createArrayBuilder(scopes))
                .build();
        return account.post("api/tokens", wanted).expect(201).json();
    }
}
