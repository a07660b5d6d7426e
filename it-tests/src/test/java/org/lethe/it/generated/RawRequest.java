package org.lethe.it.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire, however wrong it is.
 *
 * @param kind what is wrong with it
 * @param method as written in the first line
 * @param target the path and query as written in the first line
 * @param headers whole lines; without a length when the framing is not {@link Framing#LENGTH}
 * @param body the bytes behind the headers
 * @param framing how the end of the body is told
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
record RawRequest(String kind, String method, String target, List<String> headers, byte[] body, Framing framing) {
    private static final int PRINTED = 600;

    enum Framing {
        /** By a Content-Length that is right. */
        LENGTH,
        /** By what the headers say themselves, right or wrong. */
        AS_TOLD,
        /** By a Content-Length that is larger than what comes; then the connection is closed. */
        TRUNCATED
    }

    RawRequest {
        headers = List.copyOf(headers);
    }

    RawRequest as(String newKind) {
        return new RawRequest(newKind, method, target, headers, body, framing);
    }

    RawRequest withMethod(String newMethod) {
        return new RawRequest(kind, newMethod, target, headers, body, framing);
    }

    RawRequest withTarget(String newTarget) {
        return new RawRequest(kind, method, newTarget, headers, body, framing);
    }

    RawRequest withBody(byte[] newBody) {
        return new RawRequest(kind, method, target, headers, newBody, framing);
    }

    RawRequest withFraming(Framing newFraming) {
        return new RawRequest(kind, method, target, headers, body, newFraming);
    }

    /** With one line more. */
    RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(kind, method, target, more, body, framing);
    }

    /** With this header only once, or not at all. */
    RawRequest replacing(String name, String... lines) {
        List<String> others = headers.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ':', 0, name.length() + 1))
                .collect(Collectors.toCollection(ArrayList::new));
        others.addAll(List.of(lines));
        return new RawRequest(kind, method, target, others, body, framing);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private String head() {
        List<String> lines = new ArrayList<>(headers);
        if (framing == Framing.LENGTH && (body.length > 0 || !method.equals("GET"))) {
            lines.add("Content-Length: " + body.length);
        } else if (framing == Framing.TRUNCATED) {
            lines.add("Content-Length: " + (body.length + 1000));
        }
        return method + ' ' + target + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** A line by which a person sends it again. */
    String commandLine(int port) {
        if (framing != Framing.LENGTH || headers.stream().anyMatch(header -> header.matches("(?s).*[\\r\\n].*"))) {
            return "printf '" + escaped(bytes()) + "' | nc 127.0.0.1 " + port;
        }
        String lines = headers.stream()
                .filter(header -> !header.startsWith("Host:"))
                .map(header -> " -H " + quoted(shortened(header)))
                .collect(Collectors.joining());
        String data = body.length == 0 ? "" : " --data-binary @<(printf '" + escaped(body) + "')";
        return "curl -i --path-as-is -X " + quoted(shortened(method)) + lines + data + " "
                + quoted("http://127.0.0.1:" + port + shortened(target));
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(PRINTED, bytes.length); i++) {
            int one = bytes[i] & 0xFF;
            boolean isPlain = one >= ' ' && one < 127 && one != '\\' && one != '\'' && one != '%';
            text.append(isPlain ? String.valueOf((char) one) : String.format("\\%03o", one));
        }
        return text + (bytes.length > PRINTED ? "…and " + (bytes.length - PRINTED) + " bytes more" : "");
    }

    private static String shortened(String text) {
        return text.length() <= PRINTED ? text : text.substring(0, PRINTED) + "…" + text.length() + " in all";
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "'\\''") + '\'';
    }
}
