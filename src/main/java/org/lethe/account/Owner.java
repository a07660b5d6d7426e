package org.lethe.account;

import java.util.UUID;

/** An account that owns photos. */
public record Owner(UUID id, String login) {}
