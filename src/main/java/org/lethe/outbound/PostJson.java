package org.lethe.outbound;

import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Posts to a URL that somebody else has chosen. Of the answer only its status is read, and its beginning if somebody asks for
 * it. Safe for use by many threads.
 */
public final class PostJson implements AutoCloseable {

    private static final int BEGINNING_BYTES = 300;

    private final TimedCalls calls;
    private final CloseableHttpClient client;

    /**
     * For calls of one purpose.
     *
     * @param name of its threads
     */
    public PostJson(String name, OutboundRules rules) {
        this.calls = new TimedCalls(name, rules);
        this.client = CarefulClient.with(rules);
    }

    /**
     * Posts JSON.
     *
     * @param type of the body, without its character set, which is UTF-8
     * @return the status of the answer
     * @throws NotDeliveredException when there was none within the time limit
     */
    public int post(String url, String type, Map<String, String> headers, String json) {
        HttpPost request = request(url, type, headers, json);
        return calls.make(() -> status(request), request::cancel);
    }

    /** As {@link #post}, with the beginning of what was answered, for a person to read. */
    public PostAnswer ask(String url, String type, Map<String, String> headers, String json) {
        HttpPost request = request(url, type, headers, json);
        return calls.make(() -> answer(request), request::cancel);
    }

    private static HttpPost request(String url, String type, Map<String, String> headers, String json) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.create(type, "UTF-8")));
        return request;
    }

    /** Cancelled and not closed: closing would read the body to its end. */
    private int status(HttpPost request) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(null, request, HttpClientContext.create());
        request.cancel();
        return answer.getCode();
    }

    private PostAnswer answer(HttpPost request) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(null, request, HttpClientContext.create());
        HttpEntity body = answer.getEntity();
        byte[] beginning = body == null ? new byte[0] : body.getContent().readNBytes(BEGINNING_BYTES);
        request.cancel();
        return new PostAnswer(answer.getCode(), PostAnswer.legible(beginning));
    }

    @Override
    public void close() {
        calls.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
