package org.lethe.audit;

/** What can be done that somebody may ask for later. The names stand in the audit for ever: add some, change none. */
public enum AuditAction {
    /** Also when somebody comes with a provider's token for the first time. */
    ACCOUNT_ADDED("account"),
    /** Password or roles; the details say which, never the password. */
    ACCOUNT_CHANGED("account"),
    ACCOUNT_DISABLED("account"),
    ACCOUNT_ENABLED("account"),
    TOKEN_ISSUED("token"),
    TOKEN_REVOKED("token"),
    /** Too many failed password checks; the subject is what must wait. */
    LOCKED_OUT("sign-in"),
    SESSION_STARTED("session"),
    SESSION_ENDED("session"),
    /** Its owner looked at what their callbacks are signed with. */
    CALLBACK_SECRET_SHOWN("account"),
    CALLBACK_SECRET_ROTATED("account"),
    FAILURE_RETRIED("failure"),
    FAILURE_ASSIGNED("failure"),
    FAILURE_UNASSIGNED("failure"),
    FAILURE_NOTED("failure"),
    FAILURE_IGNORED("failure"),
    /** The details say how; of one that was already gone, a storage has proven it. */
    FAILURE_RESOLVED("failure"),
    /** The same was done about many; the details say what, which and how many. Their histories name the subject. */
    FAILURES_CHANGED("failures"),
    /** The details have its filter and how many failures that were. */
    REDRIVE_STARTED("redrive"),
    REDRIVE_PAUSED("redrive"),
    REDRIVE_RESUMED("redrive"),
    /** By itself: too many failed again. */
    REDRIVE_STOPPED("redrive"),
    REDRIVE_CANCELLED("redrive"),
    /** A new version of a queue's redelivery settings; the details have its reason and what is different. */
    REDELIVERY_CHANGED("queue"),
    /** What waited for its next attempt was delivered at once. */
    REDELIVERY_DELIVERED("queue"),
    /** The broker was changed by hand; the details say which side was kept. */
    REDELIVERY_DRIFT_SETTLED("queue"),
    /** When a storage's breaker opens, and how it closes; the details have the reason and what is different. */
    BREAKER_LIMITS_CHANGED("storage"),
    /** By a person. What it does by itself stands in its own history. */
    BREAKER_OPENED("storage"),
    BREAKER_CLOSED("storage"),
    BREAKER_PROBED("storage"),
    /** Whom to tell of what people must see to; the details have everything but its secret. */
    CHANNEL_ADDED("channel"),
    CHANNEL_CHANGED("channel"),
    CHANNEL_DELETED("channel"),
    /** Something was sent to try it. */
    CHANNEL_TESTED("channel"),
    /** A policy about failures; the details have it, and its reason. */
    ERROR_POLICY_ADDED("error policy"),
    ERROR_POLICY_CHANGED("error policy"),
    ERROR_POLICY_DELETED("error policy"),
    /** Removals that waited for a date were let go at once; the subject is their storage, or all. */
    HELD_RELEASED("held removals"),
    /** The brake held it; the details say why. */
    DELETION_HELD("deletion"),
    DELETION_CONFIRMED("deletion"),
    /** By its owner, or because nobody confirmed it in time. */
    DELETION_CANCELLED("deletion");

    private final String subjectType;

    AuditAction(String subjectType) {
        this.subjectType = subjectType;
    }

    /** The kind of thing that it is done to. */
    String subjectType() {
        return subjectType;
    }
}
