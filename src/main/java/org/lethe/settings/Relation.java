package org.lethe.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that binds two settings together. It is only asked when both were readable.
 *
 * @param of the setting that the fault is reported for
 * @param to the setting that it is held against
 */
record Relation(Setting<?> of, Setting<?> to, String rule, Predicate<Values> holds) {

    static final List<Relation> ALL = List.of(
            separate(Setting.MAIN_DIRECTORY, Setting.BACKUP_DIRECTORY),
            shorter(Setting.STORAGE_TIMEOUT, Setting.TRANSACTION_TIMEOUT),
            shorter(Setting.CALL_TIMEOUT, Setting.TRANSACTION_TIMEOUT),
            shorter(Setting.CALLBACK_TIMEOUT, Setting.TRANSACTION_TIMEOUT),
            shorter(Setting.NOTIFICATION_TIMEOUT, Setting.TRANSACTION_TIMEOUT),
            shorter(Setting.SOCKET_TIMEOUT, Setting.TRANSACTION_TIMEOUT),
            shorter(Setting.STATEMENT_TIMEOUT, Setting.SOCKET_TIMEOUT),
            shorter(Setting.TRANSACTION_TIMEOUT, Setting.IN_DOUBT_LIMIT),
            shorter(Setting.TRANSACTION_TIMEOUT, Setting.INTENT_LIMIT),
            shorter(Setting.RECONCILE_GRACE, Setting.RECONCILE_OVERDUE),
            notLonger(Setting.RESTORE_WINDOW, Setting.LONGEST_RESTORE_WINDOW),
            notLonger(Setting.BREAKER_PROBE_INTERVAL, Setting.BREAKER_LONGEST_PROBE_INTERVAL),
            notLonger(Setting.LOCK_OUT_LONGEST, Setting.LOCK_OUT_FORGIVEN),
            notLonger(Setting.SESSION_IDLE, Setting.SESSION_LIFE),
            atMost(Setting.MAIN_SESSIONS, Setting.STORAGE_THREADS),
            atMost(Setting.BACKUP_SESSIONS, Setting.STORAGE_THREADS));

    SettingFault faultIn(Values values) {
        return new SettingFault(of.key(), values.shown(of), rule + ", which is " + values.shown(to), values.origin(of));
    }

    private static Relation separate(Setting<Path> one, Setting<Path> other) {
        return new Relation(one, other, "must neither be, nor hold, nor lie in " + other.key(), values -> {
            Path first = values.of(one);
            Path second = values.of(other);
            return !first.startsWith(second) && !second.startsWith(first);
        });
    }

    private static Relation shorter(Setting<Duration> one, Setting<Duration> other) {
        return new Relation(
                one,
                other,
                "must be shorter than " + other.key(),
                values -> values.of(one).compareTo(values.of(other)) < 0);
    }

    private static Relation notLonger(Setting<Duration> one, Setting<Duration> other) {
        return new Relation(
                one,
                other,
                "must not be longer than " + other.key(),
                values -> values.of(one).compareTo(values.of(other)) <= 0);
    }

    private static Relation atMost(Setting<Integer> one, Setting<Integer> other) {
        return new Relation(
                one, other, "must not be more than " + other.key(), values -> values.of(one) <= values.of(other));
    }
}
