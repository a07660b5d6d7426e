package org.lethe.it.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import org.lethe.it.ApiOperation;

/** Paths and queries at which there is nothing to be had. */
final class BadAddresses {
    private static final List<String> SEGMENTS = List.of(
            "not-an-id",
            "null",
            "0",
            "-1",
            "%00",
            "%0d%0aX-Injected:%201",
            "%zz",
            "%",
            "%c0%af",
            "%e2%82",
            "%ff%fe",
            "..",
            ".",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2f",
            "..%5c..%5cwindows",
            "..%252f..%252fetc",
            "../../../../etc/passwd",
            ";jsessionid=1",
            ";a=b;c",
            "x;y=z",
            "*",
            "%20",
            "+",
            "{id}",
            "$%7Bjndi:ldap:%2F%2F127.0.0.1%2Fa%7D",
            "'%20or%201=1--",
            "<script>",
            "\u00e9\u00ff",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-00000000000g",
            "00000000-0000-0000-0000-0000000000000000000000",
            "x".repeat(300),
            "x".repeat(7000),
            "x".repeat(60_000));

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%zz",
            "%ff",
            "-1",
            "0",
            "501",
            "1.5",
            "1e3",
            "99999999999999999999",
            "abc",
            "%27%20or%201=1--",
            "null",
            "true",
            "[]",
            "%F0%9F%92%A9",
            "x".repeat(3000),
            "bm90aGluZw",
            "MjAyNi0wNS0wNFQxMDoxNTozMFpfMDE5N2IyYzQ",
            "////",
            "==",
            cursor("+1000000000-12-31T23:59:59.999999999Z"),
            cursor("-1000000000-01-01T00:00:00Z"),
            cursor("newest +1000000000-12-31T23:59:59.999999999Z"),
            cursor("times 2147483648"));

    private final Random random;

    BadAddresses(Random random) {
        this.random = random;
    }

    RawRequest of(RawRequest request, ApiOperation operation) {
        List<JsonNode> parameters = operation.parameters("query");
        if (!parameters.isEmpty() && random.nextBoolean()) {
            return request.as("a query that cannot be").withTarget(request.target() + query(parameters));
        }
        if (!operation.variables().isEmpty() && random.nextInt(4) > 0) {
            return request.as("an id that is none").withTarget(withBadSegment(operation));
        }
        return request.as("a path with tricks").withTarget(tricked(request.target()));
    }

    /** Reads like one of the server's, of a time or a number that no row has. */
    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place + ' ' + new UUID(0, 0)).getBytes(UTF_8));
    }

    private String query(List<JsonNode> parameters) {
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i <= random.nextInt(3); i++) {
            String name = parameters
                    .get(random.nextInt(parameters.size()))
                    .path("name")
                    .asText();
            query.append(name).append('=').append(pick(VALUES)).append('&');
        }
        return random.nextInt(10) == 0 ? query + "x=1&".repeat(1000) : query.toString();
    }

    private String withBadSegment(ApiOperation operation) {
        String path = operation.path();
        int bad = random.nextInt(operation.variables().size());
        for (int i = 0; i < operation.variables().size(); i++) {
            String value = i == bad ? pick(SEGMENTS) : UUID.randomUUID().toString();
            path = path.replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(value));
        }
        return path;
    }

    private String tricked(String path) {
        return switch (random.nextInt(10)) {
            case 0 -> '/' + path;
            case 1 -> path.replace("/", "//");
            case 2 -> path.replace("/api/", "/api/%2e%2e/api/") + "/nothing";
            case 3 -> path + "/../../../../../../etc/passwd";
            case 4 -> path.replaceFirst("api", "API");
            case 5 -> path + "/%2e%2e/nothing";
            case 6 -> path + "/;x=y/nothing";
            case 7 -> path.replaceFirst("/api/", "/api;x=y/") + "/nothing";
            case 8 -> path + "/" + "a/".repeat(500);
            default -> "http://127.0.0.1/" + path + "/nothing";
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
