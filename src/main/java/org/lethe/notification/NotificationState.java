package org.lethe.notification;

/** The life of a notification. */
public enum NotificationState {
    /** It is tried, or waits for its next attempt. */
    SENDING,
    /** It was taken. */
    DELIVERED,
    /** It is given up. */
    FAILED,
    /** Its channel was switched off or deleted meanwhile. */
    CANCELLED
}
