package org.lethe.settings;

import java.time.Duration;

/**
 * How guessing passwords is slowed down.
 *
 * @param attempts failures of one login from one address before it must wait
 * @param attemptsOfAddress failures from one address, whatever the logins, before it must wait
 * @param attemptsOfLogin failures of one login, whatever the addresses, before it must wait
 * @param longest the wait grows to this, and never beyond
 * @param forgivenAfter failures are forgotten when there was none for so long
 */
public record LockOutSettings(
        int attempts, int attemptsOfAddress, int attemptsOfLogin, Duration longest, Duration forgivenAfter) {}
