package org.lethe.redelivery;

import java.util.List;
import org.lethe.change.Difference;

/**
 * What would come of a policy.
 *
 * @param differences from the present policy to it
 */
public record PreviewView(RedeliverySchedule schedule, List<PolicyWarning> warnings, List<Difference> differences) {}
