package org.lethe.progress;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.lethe.deletion.DeletionView;

/**
 * What a client learns of a deletion at one moment: all of it, each time, so that whoever missed events has missed
 * nothing.
 *
 * @param id the same for the same state of affairs, on every node: what a client sends as {@code Last-Event-ID}
 */
record ProgressEvent(String id, boolean isLast) {

    static ProgressEvent of(DeletionView deletion) {
        DeletionView.Files files = deletion.files();
        String figures = LongStream.of(
                        deletion.photos(),
                        files.requested(),
                        files.gone().main(),
                        files.gone().backup(),
                        files.failed(),
                        files.waived(),
                        deletion.restorableUntil() == null ? 0 : 1)
                .mapToObj(Long::toString)
                .collect(Collectors.joining("-"));
        return new ProgressEvent(
                deletion.state() + "-" + figures, deletion.state().isOver());
    }

    /** The name of its kind. */
    String name() {
        return isLast ? "end" : "progress";
    }
}
