package org.lethe.redelivery;

import java.util.List;

/** Every queue's redelivery, in the order in which a deletion passes them. */
public record RedeliveryList(List<RedeliveryView> items) {}
