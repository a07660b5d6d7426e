package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who is called back, keeps what came, and answers as told; 204 when nothing is left to be told. */
final class Hook implements AutoCloseable {

    /** An answer that is none: the caller is kept waiting until the end. */
    static final int SILENCE = 0;

    /** It is taken, and the body of the answer does not come until the end. */
    static final int HELD_OPEN = 1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean always;

    /** What came. */
    record Call(String path, String id, long timestamp, List<String> signatures, String type, String body) {

        JsonObject event() {
            return Json.createReader(new StringReader(body)).readObject();
        }

        /** Computed here, by what Standard Webhooks says and nothing of the product's. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
                byte[] signature = mac.doFinal((id + '.' + timestamp + '.' + body).getBytes(UTF_8));
                return signatures.contains("v1," + Base64.getEncoder().encodeToString(signature));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Hook(Integer... statuses) throws IOException {
        answers.addAll(List.of(statuses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The same answer to everything. */
    static Hook always(int status) throws IOException {
        Hook hook = new Hook(status);
        hook.always = true;
        return hook;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?for=us";
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestURI().toString(),
                header(exchange, "webhook-id"),
                Long.parseLong("0" + header(exchange, "webhook-timestamp")),
                List.of(header(exchange, "webhook-signature").split(" ")),
                header(exchange, "Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Integer told = always ? answers.peek() : answers.poll();
        int status = told == null ? 204 : told;
        if (status == SILENCE) {
            return; // the exchange stays open until the caller or the server closes it
        }
        if (status == HELD_OPEN) {
            exchange.sendResponseHeaders(200, 0);
            return;
        }
        if (status == 307) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Empty when it is not there. */
    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
