package org.lethe.notification;

/** How a channel passes on what it is told. */
public enum ChannelKind {
    /** An incoming webhook as Slack has them, and others like it; its URL is its secret. */
    SLACK,
    /** A POST of a CloudEvent, signed as Standard Webhooks has it. */
    WEBHOOK,
    /** A mail to up to 20 people. */
    EMAIL
}
