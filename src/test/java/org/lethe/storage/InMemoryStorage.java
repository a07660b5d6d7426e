package org.lethe.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A storage in memory whose faults can be chosen. Fulfils the same contract as the real ones. Safe from many threads.
 */
public final class InMemoryStorage implements FileStorage {

    private final StorageId id;
    private final UUID identity = UUID.randomUUID();
    private final ConcurrentMap<FileKey, byte[]> files = new ConcurrentHashMap<>();
    private final Map<FileKey, FileFailure> failing = new ConcurrentHashMap<>();
    private final Set<FileKey> lying = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private volatile boolean unavailable;
    private volatile CountDownLatch hung = new CountDownLatch(0);

    public InMemoryStorage(StorageId id) {
        this.id = id;
    }

    /** The next so many operations find the storage unavailable. */
    public void failNext(int operations) {
        failuresToCome.set(operations);
    }

    /** This file can be neither written, read nor removed, until {@link #heal}. */
    public void failOn(FileKey key) {
        failOn(key, FileFailure.temporary("input/output error", "planted"));
    }

    public void failOn(FileKey key, FileFailure failure) {
        failing.put(key, failure);
    }

    /** Keeps this file until a date, as under a legal hold, or until {@link #heal}. */
    public void holdUntil(Instant date, FileKey key) {
        failOn(key, FileFailure.held("under legal hold", "planted", date));
    }

    /** Until told otherwise, nothing works. */
    public void unavailable(boolean isUnavailable) {
        unavailable = isUnavailable;
    }

    /** Until {@link #heal}, says that it removed this file, and keeps it. */
    public void lyingAboutRemoval(FileKey key) {
        lying.add(key);
    }

    /** Operations that begin from now on do not return, until {@link #heal}. */
    public void hang() {
        hung = new CountDownLatch(1);
    }

    /** Ends all faults. */
    public void heal() {
        failing.clear();
        lying.clear();
        failuresToCome.set(0);
        unavailable = false;
        hung.countDown();
    }

    /** The keys of all files that are here, committed or begun. */
    public Set<FileKey> keys() {
        return Set.copyOf(files.keySet());
    }

    /** Puts a file here, past all faults. */
    public FileKey put(FileKey key, byte[] content) {
        files.put(key, content.clone());
        return key;
    }

    @Override
    public StorageId id() {
        return id;
    }

    @Override
    public UUID identity() {
        answer();
        return identity;
    }

    @Override
    public FileSink create(FileKey key) {
        answer();
        failIfPlanted(key);
        if (files.putIfAbsent(key, new byte[0]) != null) {
            throw new FileFailedException(id, key, FileFailure.lasting("key is taken", "planted by nobody"), null);
        }
        return new Sink(key);
    }

    @Override
    public InputStream open(FileKey key, long offset, long length) {
        answer();
        failIfPlanted(key);
        byte[] content = files.get(key);
        if (content == null) {
            throw new MissingFileException(id, key);
        }
        int from = (int) Math.min(offset, content.length);
        int to = (int) Math.min(from + Math.min(length, content.length), content.length);
        return new ByteArrayInputStream(Arrays.copyOfRange(content, from, to));
    }

    @Override
    public OptionalLong size(FileKey key) {
        answer();
        failIfPlanted(key);
        byte[] content = files.get(key);
        return content == null ? OptionalLong.empty() : OptionalLong.of(content.length);
    }

    @Override
    public RemovalReport remove(Collection<FileKey> keys, Progress progress) {
        answer();
        Set<FileKey> removed = new HashSet<>();
        Set<FileKey> alreadyGone = new HashSet<>();
        Map<FileKey, FileFailure> failed = new HashMap<>();
        for (FileKey key : new LinkedHashSet<>(keys)) {
            if (failing.containsKey(key)) {
                failed.put(key, failing.get(key));
            } else if (lying.contains(key)) {
                failed.put(key, Failures.stillThere());
            } else {
                (files.remove(key) == null ? alreadyGone : removed).add(key);
            }
            progress.step();
        }
        return new RemovalReport(removed, alreadyGone, failed);
    }

    @Override
    public void probe() {
        answer();
    }

    private void answer() {
        try {
            hung.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (unavailable || failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StorageUnavailableException(id, "planted");
        }
    }

    private void failIfPlanted(FileKey key) {
        FileFailure failure = failing.get(key);
        if (failure != null) {
            throw new FileFailedException(id, key, failure, null);
        }
    }

    private final class Sink implements FileSink {

        private final FileKey key;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean ended;

        Sink(FileKey key) {
            this.key = key;
        }

        @Override
        public void write(ByteBuffer bytes) {
            answer();
            failIfPlanted(key);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            content.writeBytes(copy);
        }

        @Override
        public void commit() {
            answer();
            failIfPlanted(key);
            files.put(key, content.toByteArray());
            ended = true;
        }

        @Override
        public void close() {
            if (!ended) {
                ended = true;
                files.remove(key);
            }
        }
    }
}
