package org.lethe.notification;

/**
 * What came of trying a channel.
 *
 * @param status of HTTP; null when there was none
 * @param said the beginning of what was answered; null when it was taken, or nothing was said that may be shown
 * @param error null when it was taken
 */
public record TestView(boolean delivered, Integer status, String said, String error, long tookMillis) {}
