package org.lethe.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What all clients together were answered. Safe for use by many threads. */
public final class Tally {

    /** What was asked for. */
    public enum Kind {
        CREATE,
        LIST,
        VIEW,
        UPLOAD,
        DELETE
    }

    private static final int MOST_FAULTS = 20;

    private final Map<Kind, List<Double>> millis = new EnumMap<>(Kind.class);
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder faultCount = new LongAdder();
    private final List<Double> refusalMillis = Collections.synchronizedList(new ArrayList<>());

    Tally() {
        for (Kind kind : Kind.values()) {
            millis.put(kind, Collections.synchronizedList(new ArrayList<>()));
        }
    }

    void add(Kind kind, Reply reply, long nanos) {
        if (reply.isSuccess()) {
            millis.get(kind).add(nanos / 1e6);
        } else if (reply.isRefused()) {
            refused.computeIfAbsent(reply.status(), status -> new LongAdder()).increment();
            refusalMillis.add(nanos / 1e6);
        } else {
            addBroken(kind + ": " + reply.status() + ' ' + reply.text());
        }
    }

    /** Forgets the times and the refusals until now, and no fault. */
    void beginAnew() {
        millis.values().forEach(List::clear);
        refused.clear();
        refusalMillis.clear();
    }

    void addBroken(String fault) {
        faultCount.increment();
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** The times of those that succeeded, from the request to the whole answer. */
    public List<Double> millis(Kind... kinds) {
        List<Double> all = new ArrayList<>();
        for (Kind kind : kinds) {
            all.addAll(millis.get(kind));
        }
        return all;
    }

    /** The times of those that were told to come again. */
    public List<Double> refusalMillis() {
        return List.copyOf(refusalMillis);
    }

    /** Neither done nor refused with a time to come again. */
    public long faultCount() {
        return faultCount.sum();
    }

    /** The first of them. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("refused " + refused + ", failed " + faultCount);
        millis.forEach(
                (kind, times) -> text.append(", ").append(kind).append(' ').append(times.size()));
        return text.toString();
    }
}
