package org.lethe.settings;

import java.util.Optional;

/**
 * The first administrator.
 *
 * @param adminPassword used at the very first start only; empty: one is made and logged once
 */
public record AccountSettings(Optional<Secret> adminPassword) {}
