package org.lethe.callback;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.lethe.settings.CallbackSettings;
import org.lethe.settings.LetheSettings;

/**
 * Posts to a URL that somebody else has chosen. One deadline holds for all of it, looking up the name too: that cannot be
 * interrupted, so it runs on a thread that can be left behind. Of the answer only its status is read. Safe for use by many
 * threads.
 */
@ApplicationScoped
class PostCallback {

    /** Calls for each session: one that is made, and others that were left behind while a name is looked up. */
    private static final int THREADS_PER_SESSION = 4;

    private Duration timeout;
    private CloseableHttpClient client;
    private ExecutorService threads;

    @Inject
    PostCallback(LetheSettings settings) {
        this(settings.callback());
    }

    /** For the container's proxy. */
    PostCallback() {}

    PostCallback(CallbackSettings settings) {
        this.timeout = settings.timeout();
        this.client = CallbackClient.with(settings);
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, settings.sessions() * THREADS_PER_SESSION, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "lethe-callback-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Posts JSON.
     *
     * @return the status of the answer
     * @throws NotDeliveredException when there was none within the time limit
     */
    int post(String url, Map<String, String> headers, String json) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.create("application/cloudevents+json", "UTF-8")));
        Future<Integer> status = start(request);
        try {
            return status.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotDeliveredException(tooLate(), late);
        } catch (ExecutionException failed) {
            throw new NotDeliveredException(reason(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotDeliveredException("the server was stopped meanwhile", stopping);
        } finally {
            request.cancel(); // shuts the connection, whatever is still to come
        }
    }

    private Future<Integer> start(HttpPost request) {
        try {
            return threads.submit(() -> status(request));
        } catch (RejectedExecutionException full) {
            throw new NotDeliveredException("too many calls wait for the addresses of their hosts", full);
        }
    }

    /** Cancelled and not closed: closing would read the body to its end. */
    private int status(HttpPost request) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(null, request, HttpClientContext.create());
        request.cancel();
        return answer.getCode();
    }

    /** What its owner may know: of names and addresses inside it says nothing. */
    private String reason(Throwable failed) {
        if (failed instanceof RefusedAddressException) {
            return failed.getMessage();
        }
        if (failed instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (failed instanceof InterruptedIOException) { // a single read, or connecting, took all of the time
            return tooLate();
        }
        if (failed instanceof SSLException) {
            return "no TLS connection, or its certificate is not trusted";
        }
        if (failed instanceof ConnectException) {
            return "no connection";
        }
        return failed instanceof IOException ? "no answer that is HTTP" : "the call could not be made";
    }

    private String tooLate() {
        return "no answer within " + timeout;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
