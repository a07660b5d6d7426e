package org.lethe.client;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The server refused what was asked for; the message is its own, for a person. */
public final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(HttpRequest request, HttpResponse<?> response) throws IOException {
        super(told(request, response));
        this.status = response.statusCode();
    }

    int status() {
        return status;
    }

    private static String told(HttpRequest request, HttpResponse<?> response) throws IOException {
        String what = request.method() + " " + request.uri().getPath() + " was answered " + response.statusCode();
        try {
            return detail(bytes(response.body())) + " (" + what + ")";
        } catch (JsonException noProblem) {
            return what;
        }
    }

    private static byte[] bytes(Object body) throws IOException {
        if (body instanceof InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            }
        }
        return body instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static String detail(byte[] problem) {
        return Api.json(problem).getString("detail", "Refused");
    }
}
