package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.outbound.Signature;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.Secret;

/** The secrets that an account's callbacks are signed with. They are made when they are needed, and kept nowhere. */
@Dependent
class CallbackSecrets {

    private final CallbackGenerations generations;
    private final Optional<Secret> key;

    @Inject
    CallbackSecrets(CallbackGenerations generations, LetheSettings settings) {
        this.generations = generations;
        this.key = settings.callback().key();
    }

    /**
     * The present one, then those that were replaced within a day, in the caller's transaction.
     *
     * @throws ProblemException 422 when the installation has no key
     */
    List<String> of(UUID account) {
        String from = key.orElseThrow(() -> notSetUp().exception()).reveal();
        return generations.inForce(account).stream()
                .map(generation -> secret(from, account, generation))
                .toList();
    }

    /** The secret of an account: whoever has the installation's key can make it, and nobody else. */
    static String secret(String installationKey, UUID account, int generation) {
        byte[] key = installationKey.getBytes(StandardCharsets.UTF_8);
        byte[] secret = Signature.hmac(key, "lethe callback secret 1 " + account + ' ' + generation);
        return Signature.SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    static Problem notSetUp() {
        return Problem.unprocessable(
                "callbacks-off",
                "This installation has no key to sign callbacks with, so it makes none. Nothing was done.",
                Map.of());
    }
}
