package org.lethe.settings;

import java.time.Duration;

/**
 * How the broker's management is reached.
 *
 * @param url Artemis URL, {@code tcp://host:port} or a list of them in parentheses
 * @param callTimeout a call to the management fails after so long
 */
public record BrokerSettings(String url, String managementUser, Secret managementPassword, Duration callTimeout) {}
