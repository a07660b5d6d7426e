package org.lethe.progress;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.lethe.deletion.DeletionView;
import org.lethe.stream.StreamEvent;
import org.lethe.stream.Telling;

/**
 * What a client learns of a deletion at one moment: all of it, each time, so that whoever missed events has missed
 * nothing.
 *
 * @param id the same for the same state of affairs, on every node
 */
record ProgressEvent(String id, DeletionView deletion) implements Telling {

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
        return new ProgressEvent(deletion.state() + "-" + figures, deletion);
    }

    @Override
    public boolean isLast() {
        return deletion.state().isOver();
    }

    @Override
    public List<StreamEvent> since(String lastId) {
        return List.of(new StreamEvent(id, isLast() ? "end" : "progress", deletion));
    }
}
