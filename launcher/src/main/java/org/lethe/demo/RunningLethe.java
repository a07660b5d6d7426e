package org.lethe.demo;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.lethe.client.NothingRuns;

/**
 * The Lethe that {@code ./lethe run} keeps in a data directory: where it answers, who administrates it, and where its
 * storages are.
 */
record RunningLethe(URI url, String adminPassword, Path main, Path backup, Optional<RedeliveryOfBackup> redelivery) {

    /**
     * Finds it.
     *
     * @throws NothingRuns when the directory holds none
     */
    static RunningLethe in(Path data, Optional<String> url) {
        Properties secrets = read(data.resolve("secrets.properties"));
        Properties node = read(data.resolve("node.properties"));
        URI address = URI.create(url.orElseGet(() -> "http://127.0.0.1:" + node.getProperty("http.port", "8080")));
        return new RunningLethe(
                address,
                secrets.getProperty("admin.password", ""),
                data.resolve("storage/main"),
                data.resolve("storage/backup"),
                RedeliveryOfBackup.at(
                        node.getProperty("broker.port"), secrets.getProperty("broker.management.password")));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new NothingRuns("There is no Lethe in " + file.getParent()
                    + ". Start one in another terminal with ./lethe run, or say where it keeps its data: --data DIR");
        }
    }
}
