package org.lethe.settings;

import java.util.Optional;

/**
 * Accounts and their passwords.
 *
 * @param adminPassword of the first administrator, used at the very first start only; empty: one is made and logged once
 * @param passwordRounds of PBKDF2, for the hashes of passwords that are set from now on; each hash tells its own
 */
public record AccountSettings(Optional<Secret> adminPassword, int passwordRounds) {}
