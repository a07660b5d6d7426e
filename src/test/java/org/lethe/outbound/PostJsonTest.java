package org.lethe.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostJsonTest {

    private static final String TYPE = "application/cloudevents+json";
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new ArrayList<>();
    private final PostJson post = new PostJson("test", rules(true));
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void itsEnd() {
        server.stop(0);
        threads.shutdownNow();
        post.close();
    }

    @Test
    void theBodyAndTheHeadersShouldArriveAndTheStatusComeBack() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestURI()
                    + ' '
                    + exchange.getRequestHeaders().getFirst("webhook-id")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + ' '
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 204);
        });

        int status = post.post(url("/hook?a=b"), TYPE, Map.of("webhook-id", "7"), "{\"é\": 1}");

        assertThat(status).isEqualTo(204);
        assertThat(requests).containsExactly("POST /hook?a=b 7 application/cloudevents+json; charset=UTF-8 {\"é\": 1}");
    }

    @Test
    void theBeginningOfTheAnswerShouldBeLegible() {
        server.createContext("/", exchange -> {
            byte[] body = ("no_service\r\n\t" + "x".repeat(1000)).getBytes(UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });

        PostAnswer answer = post.ask(url("/hook"), TYPE, Map.of(), "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.said()).startsWith("no_service xxx").hasSizeLessThan(300);
    }

    @Test
    void aRedirectShouldBeAnAnswerAndNotFollowed() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
            answer(exchange, 307);
        });

        assertThat(post.post(url("/hook"), TYPE, Map.of(), "{}")).isEqualTo(307);
        assertThat(requests).containsExactly("/hook");
    }

    @Test
    void anAnswerWithoutEndShouldNotBeRead() {
        CountDownLatch cutOff = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            } catch (IOException closed) {
                cutOff.countDown();
            }
        });

        assertThat(post.post(url("/hook"), TYPE, Map.of(), "{}")).isEqualTo(200);
        assertThat(await(cutOff)).isTrue();
    }

    @Test
    void whoTakesItShouldNotBeWaitedForToSaySo() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> holdOpen(open, "HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\no", closed));

            long start = System.nanoTime();
            PostAnswer answer = post.ask(url(open), TYPE, Map.of(), "{}");

            assertThat(answer).isEqualTo(new PostAnswer(202, ""));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
            assertThat(await(closed)).isTrue();
        }
    }

    @Test
    void aRefusalShouldBeOneAlsoWhenTheRestOfItDoesNotCome() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> holdOpen(open, "HTTP/1.1 410 Gone\r\nContent-Length: 7\r\n\r\nno", closed));

            PostAnswer answer = post.ask(url(open), TYPE, Map.of(), "{}");

            assertThat(answer).isEqualTo(new PostAnswer(410, ""));
            assertThat(await(closed)).isTrue();
        }
    }

    @Test
    void whoAnswersNothingShouldBeCutOff() {
        CountDownLatch release = new CountDownLatch(1);
        server.createContext("/", exchange -> await(release));

        long start = System.nanoTime();
        assertThatThrownBy(() -> post.post(url("/hook"), TYPE, Map.of(), "{}"))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("no answer within PT1S");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(3));
        release.countDown();
    }

    /** Each byte comes before any limit of a single read. */
    @Test
    void whoAnswersByteByByteShouldBeCutOffToo() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> drip(slow, closed));

            long start = System.nanoTime();
            assertThatThrownBy(() -> post.post(url(slow), TYPE, Map.of(), "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("no answer within PT1S");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(3));
            assertThat(await(closed)).isTrue();
        }
    }

    @Test
    void whatIsNoHttpShouldBeToldInAFewWords() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> say(other, "220 mail.example ESMTP\r\n\r\n"));

            assertThatThrownBy(() -> post.post(url(other), TYPE, Map.of(), "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("no answer that is HTTP");
        }
    }

    @Test
    void nobodyThereShouldBeNoConnection() {
        server.stop(0);

        assertThatThrownBy(() -> post.post(url("/hook"), TYPE, Map.of(), "{}")).hasMessage("no connection");
    }

    @Test
    void aPrivateAddressShouldNotEvenBeConnectedTo() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        PostJson careful = new PostJson("test", rules(false));
        server.createContext("/", exchange -> {
            connections.incrementAndGet();
            answer(exchange, 200);
        });

        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]")) {
            String url = "http://" + host + ':' + server.getAddress().getPort() + "/hook";
            assertThatThrownBy(() -> careful.post(url, TYPE, Map.of(), "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("the host has no address that may be called");
        }
        assertThat(connections).hasValue(0);
        careful.close();
    }

    private static OutboundRules rules(boolean allowPrivate) {
        return new OutboundRules(LIMIT, 4, allowPrivate, true);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void drip(ServerSocket server, CountDownLatch closed) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            for (byte one : "HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8)) {
                out.write(one);
            }
            CountDownLatch never = new CountDownLatch(1);
            while (true) {
                out.write('x');
                boolean unused = never.await(20, TimeUnit.MILLISECONDS);
            }
        } catch (IOException expected) {
            closed.countDown();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.shutdownOutput();
            awaitHangUp(socket);
        } catch (IOException hungUp) {
            return; // the client does not read to the end
        }
    }

    private static void holdOpen(ServerSocket server, String beginning, CountDownLatch closed) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(beginning.getBytes(UTF_8));
            awaitHangUp(socket);
            closed.countDown();
        } catch (IOException hungUp) {
            closed.countDown();
        }
    }

    private static void awaitHangUp(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            // what was asked is of no interest
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
