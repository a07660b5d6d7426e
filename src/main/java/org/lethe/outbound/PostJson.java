package org.lethe.outbound;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Posts to a URL that somebody else has chosen. The status is the answer: of a body only the beginning is read, if somebody
 * asks for it and it was refused, and nobody waits for one that does not come. Safe for use by many threads.
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

    /** As {@link #post}, with the beginning of what was said by somebody who does not take it, for a person to read. */
    public PostAnswer ask(String url, String type, Map<String, String> headers, String json) {
        HttpPost request = request(url, type, headers, json);
        AtomicReference<PostAnswer> answered = new AtomicReference<>();
        try {
            return calls.make(() -> answer(request, answered), request::cancel);
        } catch (NotDeliveredException withoutBody) {
            return Optional.ofNullable(answered.get()).orElseThrow(() -> withoutBody);
        }
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

    /** @param answered what is known as soon as there is a status, whatever becomes of the body */
    private PostAnswer answer(HttpPost request, AtomicReference<PostAnswer> answered) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(null, request, HttpClientContext.create());
        PostAnswer bare = new PostAnswer(answer.getCode(), "");
        answered.set(bare);
        HttpEntity body = answer.getEntity();
        boolean says = body != null && !bare.isTaken();
        byte[] beginning = says ? body.getContent().readNBytes(BEGINNING_BYTES) : new byte[0];
        request.cancel();
        return new PostAnswer(bare.status(), PostAnswer.legible(beginning));
    }

    @Override
    public void close() {
        calls.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
