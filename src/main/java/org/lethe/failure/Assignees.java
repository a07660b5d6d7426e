package org.lethe.failure;

import java.util.List;

/** The logins of those to whom failures can be assigned. */
public record Assignees(List<String> items) {}
