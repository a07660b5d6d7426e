package org.lethe.overview;

import java.time.Instant;
import java.util.List;

/** What needs a person, the worst first; nothing, when there is nothing to do. */
public record AttentionList(Instant at, List<AttentionItem> items) {}
