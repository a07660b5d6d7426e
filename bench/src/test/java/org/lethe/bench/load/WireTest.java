package org.lethe.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fixed", exchange -> answer(exchange, 200, true));
        server.createContext("/chunked", exchange -> answer(exchange, 200, false));
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3");
            answer(exchange, 503, true);
        });
        server.start();
        wire = new Wire(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + '/'), "Bearer token");
    }

    @AfterEach
    void stop() {
        wire.close();
        server.stop(0);
    }

    @Test
    void answersShouldBeReadOneAfterTheOther() throws IOException {
        for (String path : new String[] {"/fixed", "/chunked", "/fixed"}) {
            Reply reply = wire.send("POST", path, "text/plain", "body".getBytes(UTF_8));

            assertThat(reply.isSuccess()).isTrue();
            assertThat(reply.text()).isEqualTo("Bearer token body");
        }
    }

    @Test
    void aRefusalShouldSayWhenToComeAgain() throws IOException {
        Reply reply = wire.send("GET", "/busy", "", new byte[0]);

        assertThat(reply.isRefused()).isTrue();
        assertThat(reply.retryAfterSeconds()).contains(3);
    }

    @Test
    void aConnectionThatBreaksShouldNotLookLikeAnAnswer() throws IOException {
        assertThat(wire.send("GET", "/fixed", "", new byte[0]).isSuccess()).isTrue();
        server.stop(0);

        assertThatThrownBy(() -> wire.send("GET", "/fixed", "", new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void picturesShouldBePicturesAndNoTwoAlike() throws IOException {
        Pictures pictures = new Pictures();
        Random random = new Random(1);
        byte[] one = pictures.next(random);

        assertThat(ImageIO.read(new ByteArrayInputStream(one))).isNotNull();
        assertThat(pictures.next(random)).isNotEqualTo(one);
    }

    private static void answer(HttpExchange exchange, int status, boolean knowsLength) {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] body = (exchange.getRequestHeaders().getFirst("Authorization") + ' ' + sent).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, knowsLength ? body.length : 0);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
