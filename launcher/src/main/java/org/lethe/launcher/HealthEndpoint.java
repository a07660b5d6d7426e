package org.lethe.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the server for its health. A server that does not answer within ten seconds is not well. */
final class HealthEndpoint {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI base;

    HealthEndpoint(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/health/");
    }

    Health ready() {
        return ask("ready");
    }

    Health live() {
        return ask("live");
    }

    private Health ask(String kind) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(kind)).timeout(LIMIT).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Health(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Health(0, base + kind + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health(0, "interrupted");
        }
    }
}
