package org.lethe.client;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a command finds Lethe, and how it logs in: with a token from a file, with the one in {@code LETHE_TOKEN}, or, when
 * it is the Lethe that {@code ./lethe run} keeps here, as its administrator with the password that is kept beside its
 * data. A token is never taken from the command line, which other users of the machine can read; the kept password never
 * goes to another machine.
 *
 * @param url where it answers, when it is not the port that the data directory names
 * @param tokenFile a file that holds a token and nothing else
 * @param data where {@code ./lethe run} keeps its data
 */
record Access(Optional<URI> url, Optional<Path> tokenFile, Path data) {

    static final String OPTIONS = "[--url URL] [--token-file FILE] [--data DIR]";

    static final Access HERE = new Access(Optional.empty(), Optional.empty(), Path.of(".lethe"));

    /** With another value for one of its options, or nothing when it has no such option. */
    Optional<Access> with(String option, String value) {
        return Optional.ofNullable(
                switch (option) {
                    case "--url" -> new Access(Optional.of(url(value)), tokenFile, data);
                    case "--token-file" -> new Access(url, Optional.of(Path.of(value)), data);
                    case "--data" -> new Access(url, tokenFile, Path.of(value));
                    default -> null;
                });
    }

    Api api(Map<String, String> environment) throws IOException {
        URI address =
                url.orElseGet(() -> URI.create("http://127.0.0.1:" + kept("node.properties", "http.port", "8080")));
        if (tokenFile.isPresent()) {
            return new Api(
                    address, "Bearer " + Files.readString(tokenFile.get()).strip());
        }
        String token = environment.getOrDefault("LETHE_TOKEN", "").strip();
        return new Api(address, token.isEmpty() ? administrator(address) : "Bearer " + token);
    }

    private String administrator(URI address) throws IOException {
        String password = kept("secrets.properties", "admin.password", "");
        if (password.isEmpty() || !InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "Say who you are: put an API token into LETHE_TOKEN, or into a file and name"
                            + " it with --token-file. docs/clients.md says how to make one.");
        }
        return Api.basic("admin", password);
    }

    private String kept(String file, String key, String otherwise) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException none) {
            return otherwise;
        }
        return properties.getProperty(key, otherwise);
    }

    private static URI url(String text) {
        URI address = URI.create(text.endsWith("/") ? text : text + '/');
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("--url is " + text + "; it has to be like https://photos.example.com/.");
        }
        return address;
    }
}
