package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lethe.failure.FailureFilter;
import org.lethe.failure.FailureState;
import org.lethe.failure.MatchingFailures;
import org.lethe.failure.MatchingGroup;

/** Says what a redrive would send, and changes nothing. */
@Dependent
public class DryRunRedrive {

    private static final int SAMPLE = 10;

    private final MatchingFailures matching;
    private final RedriveItems items;

    @Inject
    DryRunRedrive(MatchingFailures matching, RedriveItems items) {
        this.matching = matching;
        this.items = items;
    }

    /** Of what matches at this moment. */
    @Transactional
    public DryRunView of(NewRedrive wanted) {
        FailureFilter filter = wanted.filter().thatCanBe(FailureState.RETRIED);
        List<MatchingGroup> groups = matching.groups(filter);
        long failures = groups.stream().mapToLong(MatchingGroup::failures).sum();
        return new DryRunView(
                failures,
                groups.stream().mapToLong(MatchingGroup::files).sum(),
                wanted.pace().secondsFor(failures),
                groups.stream().limit(DryRunView.MOST_GROUPS).toList(),
                items.sample(matching.ids(filter, null, SAMPLE)));
    }
}
