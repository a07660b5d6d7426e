package org.lethe.it.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lethe.it.ApiOperation;
import org.lethe.it.generated.RawRequest.Framing;

/** Headers and first lines that are abused. What they stand on asks for something that is not there. */
final class BadHeaders {
    private static final List<String> METHODS = List.of(
            "PUT",
            "PATCH",
            "POST",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "BREW",
            "G\u00cbT",
            "X".repeat(5000),
            "A,B",
            "DELETE\u0000");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            ",",
            ";",
            "\"",
            "\"unfinished",
            "\u0001\u0002",
            "\u00ff\u00fe",
            "-1",
            "99999999999999999999",
            "bytes=-",
            "bytes=9-1",
            "bytes=99999999999999999999-",
            "bytes=0-0,1-1,2-2,3-3",
            "W/\"x\", *, \"",
            "sha-256=:!!!:",
            "sha-256=:AAAA:",
            "attachment; filename=\"../../../etc/passwd\"",
            "attachment; filename*=UTF-8''%00%ff",
            "attachment; filename*=nothing''x",
            "x".repeat(3000),
            "=?utf-8?q?x?=",
            "${jndi:ldap://127.0.0.1/a}");

    /** Not among them: an upgrade to HTTP/2 in the clear of a request with a body, which Payara 6.2025.10 never answers. */
    private static final List<String> LINES = List.of(
            "no colon here",
            ": no name",
            "X-Folded: a\r\n b",
            "X-Bare: a\nX-Smuggled: b",
            "X-Return: a\rb",
            "X-Null: a\u0000b",
            "Content-Length: -1",
            "Content-Length: nothing",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 6",
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "Transfer-Encoding: nothing",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: gzip, chunked",
            "Host: a\r\nHost: b",
            "Expect: nothing",
            "Cookie: " + "a=b; ".repeat(500),
            "Authorization: Basic !!!",
            "Authorization: Bearer " + "x".repeat(4000),
            "Authorization: Digest a=\"b\"",
            "Accept: ;;;,,,/",
            "Accept: text/html",
            "Accept: " + "a/b,".repeat(1000),
            "Accept-Encoding: nothing;q=9",
            "X-Forwarded-For: ${jndi:ldap://127.0.0.1/a}",
            "X-HTTP-Method-Override: DELETE",
            "Idempotency-Key: " + "k".repeat(3000),
            "If-Match: nothing\"",
            "If-Modified-Since: yesterday");

    private final Random random;

    BadHeaders(Random random) {
        this.random = random;
    }

    RawRequest of(RawRequest request, ApiOperation operation) {
        return switch (random.nextInt(6)) {
            case 0 -> request.as("a method that is not there").withMethod(pick(METHODS));
            case 1 -> request.as("many headers").with(many());
            case 2 -> request.as("a huge header").with("X-Huge: " + "x".repeat(1000 << random.nextInt(8)));
            case 3, 4 -> describedHeader(request, operation);
            default -> line(request);
        };
    }

    private String many() {
        int number = 20 << random.nextInt(7);
        return String.join("\r\n", Collections.nCopies(number, "X-Many: 1"));
    }

    private RawRequest describedHeader(RawRequest request, ApiOperation operation) {
        List<JsonNode> described = operation.parameters("header");
        String name = described.isEmpty()
                ? "Accept-Language"
                : described.get(random.nextInt(described.size())).path("name").asText();
        return request.as("nonsense in a header").replacing(name, name + ": " + pick(VALUES));
    }

    private RawRequest line(RawRequest request) {
        String line = pick(LINES);
        RawRequest abused = request.as("a header that is abused");
        if (line.startsWith("Authorization")) {
            return abused.replacing("Authorization", line);
        }
        boolean isAboutLength = line.contains("Content-Length") || line.contains("Transfer-Encoding");
        return isAboutLength ? abused.with(line).withFraming(Framing.AS_TOLD) : abused.with(line);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
