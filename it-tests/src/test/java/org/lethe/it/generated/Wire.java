package org.lethe.it.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connection to the server over which anything can be sent. It is kept for as long as the server keeps it. One thread. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    /** To HTTP/2, as the request asked. */
    private static final int SWITCHING = 101;

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /**
     * What was answered.
     *
     * @param status 0 when the connection was closed without an answer, -1 when nothing came within 20 s
     * @param headers by their names in any case
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        private static final RawAnswer CLOSED = new RawAnswer(0, Map.of(), new byte[0]);
        private static final RawAnswer SILENCE = new RawAnswer(-1, Map.of(), new byte[0]);

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, UTF_8);
        }
    }

    /** Sends a request and reads its answer; a connection that was closed in the meantime is replaced. */
    RawAnswer exchange(RawRequest request) throws IOException {
        boolean isFresh = socket == null;
        RawAnswer answer = tryOnce(request);
        return answer.status() == 0 && !isFresh ? tryOnce(request) : answer;
    }

    private RawAnswer tryOnce(RawRequest request) throws IOException {
        try {
            send(request);
            RawAnswer answer = read(request.method().equals("HEAD"));
            // a TRACE has no body (RFC 9110, 9.3.8): one that comes all the same is left unread
            if (request.framing() != RawRequest.Framing.LENGTH
                    || request.method().equals("TRACE")
                    || answer.status() == SWITCHING
                    || answer.header("Connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException e) {
            close();
            return RawAnswer.SILENCE;
        } catch (IOException e) {
            close();
            return RawAnswer.CLOSED;
        }
    }

    private void send(RawRequest request) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(request.bytes());
            if (request.framing() != RawRequest.Framing.LENGTH) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            if (in.available() == 0) { // else it has answered before it has read everything
                throw e;
            }
        }
    }

    private RawAnswer read(boolean isHead) throws IOException {
        String first = line();
        while (first.startsWith("HTTP/1.1 100")) {
            line();
            first = line();
        }
        if (!first.startsWith("HTTP/")) {
            close();
            return RawAnswer.CLOSED;
        }
        int status = Integer.parseInt(first.split(" ", -1)[1]);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].strip(), name -> new ArrayList<>()).add(parts[1].strip());
        }
        RawAnswer answer = new RawAnswer(status, headers, new byte[0]);
        if (answer.header("Content-Type").startsWith("text/event-stream")) {
            close(); // its body has no end
            return answer;
        }
        boolean isWithout = isHead || status == SWITCHING || status == 204 || status == 304;
        return isWithout ? answer : new RawAnswer(status, headers, body(answer));
    }

    private byte[] body(RawAnswer answer) throws IOException {
        if (answer.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        if (!answer.header("Content-Length").isEmpty()) {
            return in.readNBytes(Integer.parseInt(answer.header("Content-Length")));
        }
        byte[] rest = in.readAllBytes();
        close();
        return rest;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().replaceAll(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
