package org.lethe.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.problem.ProblemException;
import org.lethe.settings.Secret;

class SealedSecretsTest {

    private static final UUID CHANNEL = UUID.randomUUID();
    private static final Secret SECRET = new Secret("비밀번호 of the mail server");

    private final SealedSecrets secrets = with("correct horse battery staple correct");

    @Test
    void whatWasSealedShouldBeOpenedAgain() {
        assertThat(secrets.open(CHANNEL, secrets.seal(CHANNEL, SECRET))).contains(SECRET);
    }

    @Test
    void theSameShouldNeverLookTheSameNorLikeItself() {
        byte[] one = secrets.seal(CHANNEL, SECRET);
        byte[] other = secrets.seal(CHANNEL, SECRET);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.UTF_8)).doesNotContain("mail");
    }

    @Test
    void nobodyElseShouldOpenIt() {
        byte[] sealed = secrets.seal(CHANNEL, SECRET);

        assertThat(secrets.open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(with("another key of the installation").open(CHANNEL, sealed))
                .isEmpty();
        assertThat(new SealedSecrets(Optional.empty()).open(CHANNEL, sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(secrets.open(CHANNEL, sealed)).isEmpty();
        assertThat(secrets.open(CHANNEL, new byte[3])).isEmpty();
    }

    @Test
    void withoutAKeyNothingShouldBeKept() {
        SealedSecrets none = new SealedSecrets(Optional.empty());

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> none.seal(CHANNEL, SECRET));

        assertThat(refused.problem().slug()).isEqualTo("notifications-off");
    }

    private static SealedSecrets with(String key) {
        return new SealedSecrets(Optional.of(new Secret(key)));
    }
}
