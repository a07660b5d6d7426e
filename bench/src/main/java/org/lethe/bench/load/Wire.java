package org.lethe.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 over one connection that is kept open, with as little work for the client as can be: it shares the processors
 * with what it measures. Not for many threads.
 */
public final class Wire implements AutoCloseable {

    private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(30).toMillis();

    /** What is larger is not copied behind its head. */
    private static final int MOST_IN_ONE_PACKET = 64 << 10;

    private final URI server;
    private final String authorization;
    private Socket socket;
    private InputStream in;

    /** @param authorization the header of that name */
    public Wire(URI server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @throws IOException when the connection breaks, or nothing comes within 30 s
     */
    public Reply send(String method, String path, String type, byte[] body) throws IOException {
        if (socket == null) {
            connect();
        }
        try {
            write(method, path, type, body);
            Reply reply = read();
            if (reply.isLast()) {
                close();
            }
            return reply;
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private void write(String method, String path, String type, byte[] body) throws IOException {
        String head = method + ' ' + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: "
                + authorization + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        OutputStream out = socket.getOutputStream();
        if (body.length > MOST_IN_ONE_PACKET) {
            out.write(head.getBytes(ISO_8859_1));
            out.write(body);
            return;
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        request.writeTo(out);
    }

    private Reply read() throws IOException {
        String status = line();
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(status.split(" ", 3)[1]), headers, new String(body(headers), ISO_8859_1));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // it was to be closed
        }
        socket = null;
    }
}
