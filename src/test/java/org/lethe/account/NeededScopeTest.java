package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.problem.Problem;

class NeededScopeTest {

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/albums,                    READ",
        "HEAD,   /api/photos/1/content,          READ",
        "GET,    /api/deletions/1,               READ",
        "GET,    /api/tokens,                    READ",
        "GET,    /api/nothing/there,             READ",
        "POST,   /api/albums,                    WRITE",
        "PATCH,  /api/albums/1,                  WRITE",
        "POST,   /api/albums/1/photos,           WRITE",
        "PUT,    /api/photos/1,                  WRITE",
        "DELETE, /api/albums/1,                  DELETE",
        "DELETE, /api/photos/1,                  DELETE",
        "POST,   /api/deletions,                 DELETE",
        "POST,   /api/deletions/1/restore,       DELETE",
        "DELETE, /api/tokens/1,                  DELETE",
        "GET,    /api/admin/failures,            OPERATE ADMIN",
        "POST,   /api/admin/failures/1/retry,    OPERATE ADMIN",
        "PUT,    /api/admin/not/made/yet,        OPERATE ADMIN",
        "GET,    /api/admin/redelivery/q,        OPERATE ADMIN",
        "POST,   /api/admin/redelivery/q/preview,OPERATE ADMIN",
        "PUT,    /api/admin/redelivery/q,        ADMIN",
        "POST,   /api/admin/redelivery/q/drift,  ADMIN",
        "GET,    /api/admin/queues/q,            OPERATE ADMIN",
        "POST,   /api/admin/queues/q/pause,      ADMIN",
        "GET,    /api/admin/notifications,       OPERATE ADMIN",
        "GET,    /api/admin/notifications/channels,        ADMIN",
        "POST,   /api/admin/notifications/channels/1/test, ADMIN",
        "GET,    /api/admin/error-policies,      OPERATE ADMIN",
        "POST,   /api/admin/error-policies,      ADMIN",
        "POST,   /api/admin/error-policies/preview,OPERATE ADMIN",
        "PUT,    /api/admin/error-policies/1,    ADMIN",
        "DELETE, /api/admin/error-policies/1,    ADMIN",
        "POST,   /api/admin/held-removals/release,OPERATE ADMIN",
        "GET,    /api/admin/accountsOfNobody,    OPERATE ADMIN",
        "GET,    /api/admin/accounts,            ADMIN",
        "POST,   /api/admin/accounts,            ADMIN",
        "DELETE, /api/admin/accounts/1,          ADMIN",
    })
    void aRequestShouldNeedOneOf(String method, String path, String scopes) {
        List<Scope> expected =
                Arrays.stream(scopes.split(" ")).map(Scope::valueOf).toList();

        NeededScope needed = NeededScope.of(method, path);

        assertThat(needed.anyOf()).isEqualTo(expected);
        assertThat(expected).allMatch(scope -> needed.isMetBy(Set.of(scope)));
        assertThat(needed.isMetBy(EnumSet.complementOf(EnumSet.copyOf(expected))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/tokens",
        "PATCH,  /api/tokens/1",
        "POST,   /api/callback-secret/show",
        "POST,   /api/callback-secret/rotate",
        "POST,   /api/not/made/yet",
        "DELETE, /api/not/made/yet",
        "BREW,   /api/coffee"
    })
    void noTokenShouldDoWhatIsNotForeseen(String method, String path) {
        NeededScope needed = NeededScope.of(method, path);

        assertThat(needed.isMetBy(EnumSet.allOf(Scope.class))).isFalse();
        assertThat(needed.refusal().slug()).isEqualTo("password-needed");
    }

    @Test
    void aRefusalShouldNameTheNarrowestScope() {
        Problem refusal = NeededScope.of("GET", "/api/admin/failures").refusal();

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.slug()).isEqualTo("insufficient-scope");
        assertThat(refusal.extra()).containsEntry("missingScope", "operate");
    }
}
