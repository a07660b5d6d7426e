package org.lethe.errorpolicy;

import java.util.List;

/** All policies, in the order in which they count. */
public record ErrorPolicyList(List<ErrorPolicyView> items) {}
