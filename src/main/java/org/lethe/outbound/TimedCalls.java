package org.lethe.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
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

/**
 * Makes calls to the outside, each within one deadline for all of it, looking up the name too: that cannot be interrupted, so
 * a call runs on a thread that can be left behind. Safe for use by many threads.
 */
public final class TimedCalls implements AutoCloseable {

    /** Calls for each session: one that is made, and others that were left behind while a name is looked up. */
    private static final int THREADS_PER_SESSION = 4;

    private final Duration timeout;
    private final ExecutorService threads;

    /**
     * For calls of one purpose.
     *
     * @param name of its threads
     */
    public TimedCalls(String name, OutboundRules rules) {
        this.timeout = rules.timeout();
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, rules.sessions() * THREADS_PER_SESSION, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, name + '-' + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Makes a call.
     *
     * @param cutOff ends it from another thread, whatever is still to come; called in every case
     * @throws NotDeliveredException when it did not come to an end within the time limit, or with a failure
     */
    public <T> T make(Callable<T> call, Runnable cutOff) {
        Future<T> made = start(call);
        try {
            return made.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotDeliveredException(tooLate(), late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof NotDeliveredException told
                    ? told
                    : new NotDeliveredException(reason(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotDeliveredException("the server was stopped meanwhile", stopping);
        } finally {
            cutOff.run();
        }
    }

    private <T> Future<T> start(Callable<T> call) {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException full) {
            throw new NotDeliveredException("too many calls wait for the addresses of their hosts", full);
        }
    }

    /** What whoever named the address may know: of names and addresses inside it says nothing. */
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
