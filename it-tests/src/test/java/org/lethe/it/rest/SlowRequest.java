package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.lethe.it.Lethe;

/** A request that sends its body as slowly as it likes. */
final class SlowRequest implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    private SlowRequest(Socket socket) {
        this.socket = socket;
    }

    /** Sends everything but the body; the headers say how long that is. */
    static SlowRequest begin(Lethe lethe, String methodAndPath, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), lethe.url().getPort());
        socket.setSoTimeout(PATIENCE_MS);
        SlowRequest request = new SlowRequest(socket);
        request.send((methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(UTF_8));
        return request;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** The problem that is answered while the body goes on like this; the server keeps the connection for a while after it. */
    String answerToByteAfterByte() throws IOException {
        Awaitility.await("an answer")
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMillis(PATIENCE_MS))
                .until(() -> {
                    if (!isAnswered()) {
                        send(new byte[] {' '});
                    }
                    return isAnswered();
                });
        return problem();
    }

    /** Its head, and the object that is its body. */
    private String problem() throws IOException {
        StringBuilder answer = new StringBuilder();
        int c = 0;
        while (c >= 0 && c != '}') {
            c = socket.getInputStream().read();
            answer.append((char) c);
        }
        return answer.toString();
    }

    /** All of it, up to the end of the connection. */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException closed) { // while a byte was on its way
            return answer.toString(UTF_8);
        }
        return answer.toString(UTF_8);
    }

    /** The first line of the answer. */
    String status() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
