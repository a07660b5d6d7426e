package org.lethe.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.outbound.OutboundUrl;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.CallbackSettings;
import org.lethe.settings.SettingsOf;

class CallbackUrlTest {

    private static final String KEY = "correct horse battery staple correct";

    private final CallbackSettings strict =
            SettingsOf.with("lethe.callback.key", KEY).callback();
    private final CallbackSettings lenient = SettingsOf.with(
                    "lethe.callback.key", KEY,
                    "lethe.callback.allow-private", "true",
                    "lethe.callback.allow-http", "true")
            .callback();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://photos.example/hook",
                "HTTPS://photos.example",
                "https://photos.example:8443/a/b?c=d%20e",
                "https://xn--bcher-kva.example/",
                "https://8.8.8.8/hook",
                "https://[2606:4700:4700::1111]:443/hook",
                "https://localhost/is-decided-when-it-is-called"
            })
    void whatMayBeCalledShouldBeTaken(String url) {
        assertThat(CallbackUrl.of(url, strict).text()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://photos.example/            | must begin with https://",
                "ftp://photos.example/             | must begin with https://",
                "file:///etc/passwd                | must begin with https://",
                "photos.example/hook               | must begin with https://",
                "https:photos.example              | must have a host, a name or an address",
                "https:///hook                     | must have a host, a name or an address",
                "https://under_score.example/      | must have a host, a name or an address",
                "https://127.1/                    | must have a host, a name or an address",
                "https://0x7f.0.0.1/               | must have a host, a name or an address",
                "https://2130706433/               | must be at a public address",
                "https://ann@photos.example/       | must not have a user or a password",
                "https://ann:secret@8.8.8.8/       | must not have a user or a password",
                "https://photos.example/#end       | must not have a fragment (#…)",
                "https://photos.example:0/         | must have a port from 1 to 65535",
                "https://photos.example:65536/     | must have a port from 1 to 65535",
                "https://127.0.0.1/                | must be at a public address",
                "https://10.0.0.1/                 | must be at a public address",
                "https://169.254.169.254/latest    | must be at a public address",
                "https://[::1]/                    | must be at a public address",
                "https://[::ffff:127.0.0.1]/       | must be at a public address",
                "https://[64:ff9b::7f00:1]/        | must be at a public address",
                "https://[fe80::1%25eth0]/         | must be at a public address",
                "https://bücher.example/           | must be ASCII: a host in its xn-- form, a path with percent signs",
                "https://photos.example/a b        | must be a URL",
                "https://photos.example\\@10.0.0.1/ | must be a URL",
                "''                                | must begin with https://"
            })
    void whatMayNotShouldBeRefusedWithItsRule(String url, String rule) {
        assertThat(CallbackUrl.fault(url, strict)).contains(rule);
    }

    @Test
    void aLongOneShouldBeRefused() {
        String longest = "https://photos.example/" + "x".repeat(OutboundUrl.LONGEST - 23);

        assertThat(CallbackUrl.fault(longest, strict)).isEmpty();
        assertThat(CallbackUrl.fault(longest + 'x', strict)).contains("may have 2048 characters at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/hook", "http://localhost/", "https://[::1]/"})
    void whatIsAllowedBySettingsShouldBeTaken(String url) {
        assertThat(CallbackUrl.fault(url, lenient)).isEmpty();
        assertThat(CallbackUrl.fault(url.replace("http:", "ftp:").replace("https:", "ftp:"), lenient))
                .contains("must begin with https://");
    }

    @Test
    void aRefusalShouldNameTheField() {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> CallbackUrl.of("http://photos.example/", strict));

        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().slug()).isEqualTo("callback-refused");
        assertThat(refused.problem().errors())
                .extracting(error -> error.field() + ' ' + error.message())
                .containsExactly("callback.url must begin with https://");
    }

    @Test
    void withoutAKeyNobodyShouldBeCalled() {
        CallbackSettings keyless = SettingsOf.with().callback();

        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> CallbackUrl.of("https://photos.example/", keyless))
                .problem();

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("callbacks-off");
    }
}
