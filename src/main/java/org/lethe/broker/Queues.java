package org.lethe.broker;

import java.util.List;

/** The queues of Lethe. They are defined at the broker, never made on the way. */
public final class Queues {

    public static final String PLAN = "lethe.removal.plan";
    public static final String MAIN = "lethe.removal.main";
    public static final String BACKUP = "lethe.removal.backup";
    public static final String THUMBNAIL = "lethe.thumbnail";
    public static final String CALLBACK = "lethe.callback";
    public static final String CALLBACK_DEAD = "lethe.callback.dead";
    public static final String NOTIFICATION = "lethe.notification";
    public static final String NOTIFICATION_DEAD = "lethe.notification.dead";
    public static final String REQUEST = "lethe.request";
    public static final String REQUEST_DEAD = "lethe.request.dead";
    public static final String DEAD = "lethe.dead";
    public static final String EXPIRED = "lethe.expired";

    /** Those whose messages must not be lost: what is given up there goes to the dead letters. */
    public static final List<String> WORK = List.of(PLAN, MAIN, BACKUP);

    /** All, each of which must have consumers. */
    public static final List<String> ALL = List.of(
            PLAN,
            MAIN,
            BACKUP,
            THUMBNAIL,
            CALLBACK,
            CALLBACK_DEAD,
            NOTIFICATION,
            NOTIFICATION_DEAD,
            REQUEST,
            REQUEST_DEAD,
            DEAD,
            EXPIRED);

    private Queues() {}
}
