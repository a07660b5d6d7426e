package org.lethe.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs clients against a server, all from the same moment on, and afterwards asks for what each was promised. */
public final class Load implements AutoCloseable {

    /** Enough for what a client does. Two thousand of them must not need memory of their own. */
    private static final long STACK_BYTES = 256 * 1024;

    private static final int PREPARED_AT_ONCE = 8;

    private final Tally tally = new Tally();
    private final List<LoadClient> clients = new ArrayList<>();
    private final LoadPlan plan;

    /** @param authorizations of the accounts that the clients are spread over */
    public Load(URI server, List<String> authorizations, LoadPlan plan) {
        this.plan = plan;
        Pictures pictures = new Pictures();
        for (int n = 0; n < plan.clients(); n++) {
            clients.add(
                    new LoadClient(server, authorizations.get(n % authorizations.size()), plan, pictures, tally, n));
        }
    }

    /**
     * Lets every client come to have what it has already when it comes, a few of them at a time. What is answered counts as
     * what everything else is promised, and is not in the tally.
     */
    public void prepare() throws InterruptedException {
        ExecutorService few = Executors.newFixedThreadPool(PREPARED_AT_ONCE);
        try {
            List<Callable<Void>> preparations = clients.stream()
                    .<Callable<Void>>map(client -> () -> {
                        client.prepare();
                        return null;
                    })
                    .toList();
            few.invokeAll(preparations);
        } finally {
            few.shutdown();
        }
        tally.beginAnew();
    }

    /** Returns when every client has had its last answer. */
    public Tally run() throws InterruptedException {
        Instant end = Instant.now().plus(plan.duration());
        List<Thread> threads = new ArrayList<>();
        for (LoadClient client : clients) {
            threads.add(new Thread(null, () -> client.run(end), "client " + threads.size(), STACK_BYTES));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(plan.duration().plus(Duration.ofMinutes(2)).toMillis());
        }
        return tally;
    }

    /** What the clients were promised and do not find. Ask when all that was deleted can be expected to be gone. */
    public List<String> brokenPromises() throws IOException {
        List<String> faults = new ArrayList<>();
        for (LoadClient client : clients) {
            faults.addAll(client.broken());
        }
        return faults;
    }

    @Override
    public void close() {
        clients.forEach(LoadClient::close);
    }
}
