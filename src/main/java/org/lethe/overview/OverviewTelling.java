package org.lethe.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.stream.StreamEvent;
import org.lethe.stream.Telling;

/**
 * How the whole stands, in three parts that change by themselves. A client's id says of each what it has seen; what is not
 * an id of ours has seen nothing.
 *
 * @param overviewId the same for the same figures
 * @param changes the same as long as no deletion was requested or has changed its state
 */
record OverviewTelling(OverviewView overview, String overviewId, String changes, long unfinished) implements Telling {

    private static final Pattern ID = Pattern.compile("([0-9a-z]+)\\.([0-9a-z]*)\\.(\\d{1,18})?\\.(\\d{1,18})?");

    static OverviewTelling of(OverviewView overview, OpenWork work) {
        return new OverviewTelling(overview, overview.fingerprint(), work.changes(), work.unfinished());
    }

    /** What the console asks again for when it comes. */
    public record Deletions(String changes, long unfinished) {}

    /**
     * What the console says beside its way to the failures.
     *
     * @param fresh opened since this client was told last
     */
    public record Failures(long open, long opened, long fresh) {}

    @Override
    public String id() {
        return id(
                changes,
                Long.toString(overview.failures().opened()),
                Long.toString(overview.failures().open()));
    }

    @Override
    public boolean isLast() {
        return false;
    }

    @Override
    public List<StreamEvent> since(String lastId) {
        Matcher seen = ID.matcher(lastId == null ? "" : lastId);
        boolean isOurs = seen.matches();
        String seenChanges = isOurs ? seen.group(2) : "";
        String seenOpened = isOurs && seen.group(3) != null ? seen.group(3) : "";
        String seenOpen = isOurs && seen.group(4) != null ? seen.group(4) : "";
        List<StreamEvent> events = new ArrayList<>();
        if (!isOurs || !overviewId.equals(seen.group(1))) {
            events.add(new StreamEvent(id(seenChanges, seenOpened, seenOpen), "overview", overview));
        }
        if (!changes.equals(seenChanges)) {
            events.add(new StreamEvent(
                    id(changes, seenOpened, seenOpen), "deletions", new Deletions(changes, unfinished)));
        }
        OpenWork.Failures now = overview.failures();
        if (!seenOpened.equals(Long.toString(now.opened())) || !seenOpen.equals(Long.toString(now.open()))) {
            long fresh = seenOpened.isEmpty() ? 0 : Math.max(0, now.opened() - Long.parseLong(seenOpened));
            events.add(new StreamEvent(id(), "failures", new Failures(now.open(), now.opened(), fresh)));
        }
        return events;
    }

    private String id(String seenChanges, String opened, String open) {
        return overviewId + "." + seenChanges + "." + opened + "." + open;
    }
}
