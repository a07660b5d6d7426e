package org.lethe.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What has become of the files so far. Safe for use by many threads. */
final class Tally {

    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong uploaded = new AtomicLong();
    private final AtomicLong uploadedBytes = new AtomicLong();
    private final AtomicLong alreadyThere = new AtomicLong();
    private final AtomicLong seenBytes = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private long others;

    void begin(LocalFiles found) throws IOException {
        files.set(found.photos().size());
        bytes.set(found.bytes());
        others = found.others();
    }

    /** As they go over the wire. */
    void sent(long number) {
        seenBytes.addAndGet(number);
    }

    void uploaded(long size) {
        uploaded.incrementAndGet();
        uploadedBytes.addAndGet(size);
    }

    void alreadyThere() {
        alreadyThere.incrementAndGet();
    }

    void failed(String why) {
        failures.add(why);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void show(Screen screen) {
        long done = uploaded.get() + alreadyThere.get() + failures.size();
        screen.progress(
                "%s of %s files".formatted(Screen.count(done), Screen.count(files.get())),
                Math.min(seenBytes.get(), bytes.get()),
                bytes.get(),
                Screen::bytes);
    }

    String summary() {
        String all = "%s uploaded (%s), %s already there"
                .formatted(
                        Screen.count(uploaded.get()),
                        Screen.bytes(uploadedBytes.get()),
                        Screen.count(alreadyThere.get()));
        String left = others == 0 ? "" : ", " + Screen.count(others) + " files left out that are no photos or videos";
        return all + left + (failures.isEmpty() ? "" : ", " + Screen.count(failures.size()) + " FAILED");
    }
}
