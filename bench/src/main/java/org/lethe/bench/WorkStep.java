package org.lethe.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a thread of the server that takes part in a removal is doing, by the names on its stack; the first that fits. */
enum WorkStep {
    UNLINK("storage: unlink", Where.STORAGE, "UnixNativeDispatcher.unlinkat"),
    LOOK("storage: look, and look again", Where.STORAGE, "UnixNativeDispatcher.fstatat"),
    SYNC("storage: sync of directories", Where.STORAGE, ".force0"),
    DIRECTORY(
            "storage: open and close directories", Where.STORAGE, "StorageRoot.directory", "UnixSecureDirectoryStream"),
    STORAGE_OTHER("storage: other", Where.STORAGE, ""),

    AWAIT_STORAGE("listener: waits for the storage", Where.LISTENER, "LimitedCall.await"),
    DATABASE_PREPARE("listener: database prepare", Where.LISTENER, "PGXAConnection.prepare"),
    DATABASE_COMMIT("listener: database commit", Where.LISTENER, "PGXAConnection.commit"),
    DATABASE_START("listener: database start, end", Where.LISTENER, "PGXAConnection"),
    BROKER_PREPARE("listener: broker prepare", Where.LISTENER, "ClientSessionImpl.prepare"),
    BROKER_COMMIT("listener: broker commit", Where.LISTENER, "ClientSessionImpl.commit"),
    BROKER_START("listener: broker start, end", Where.LISTENER, "ClientSessionImpl.start", "ClientSessionImpl.end"),
    TRANSACTION_LOG("listener: transaction log", Where.LISTENER, "CosTransactions.Log"),
    SQL_NAMED("listener: select of the chunk", Where.LISTENER, "FileRemovals.named"),
    SQL_GONE("listener: update to GONE", Where.LISTENER, "FileRemovals.gone"),
    SQL_ADD("planning: insert of removals", Where.LISTENER, "FileRemovals.add"),
    SQL_PHOTOS("planning: update of photos", Where.LISTENER, "org.lethe.photo.Photos"),
    SQL_OTHER("listener: other SQL", Where.LISTENER, "org.postgresql"),
    SEND("listener: sends", Where.LISTENER, "RemovalMessages"),
    ACKNOWLEDGE("listener: acknowledges", Where.LISTENER, "acknowledge"),
    FINISH("finish of a deletion", Where.ANY, "FinishDeletion"),
    OTHER("listener: other", Where.LISTENER, "");

    private static final List<String> LISTENER_FRAMES =
            List.of("ActiveMQMessageHandler.onMessage", "RemovalListener.receive");

    private enum Where {
        STORAGE,
        LISTENER,
        ANY
    }

    private final String label;
    private final Where where;
    private final Pattern marks;

    WorkStep(String label, Where where, String... marks) {
        this.label = label;
        this.where = where;
        this.marks = Pattern.compile(Arrays.stream(marks).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    String label() {
        return label;
    }

    /** Empty when the thread has nothing to do with a removal at this moment. */
    static Optional<WorkStep> of(String thread, StackTraceElement[] stack) {
        List<String> frames = Arrays.stream(stack)
                .map(frame -> frame.getClassName() + '.' + frame.getMethodName())
                .toList();
        Where found = where(thread, frames);
        return Arrays.stream(values())
                .filter(step -> step.where == found || step.where == Where.ANY)
                .filter(step -> frames.stream()
                        .anyMatch(frame -> step.marks.matcher(frame).find()))
                .findFirst();
    }

    private static Where where(String thread, List<String> frames) {
        if (thread.startsWith("lethe-storage-") && frames.stream().anyMatch(frame -> frame.contains("org.lethe"))) {
            return Where.STORAGE;
        }
        boolean listens =
                frames.stream().anyMatch(frame -> LISTENER_FRAMES.stream().anyMatch(frame::contains));
        return listens ? Where.LISTENER : Where.ANY;
    }
}
