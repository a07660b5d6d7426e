package org.lethe.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The table of settings: key, default and rule of each.
 *
 * @param defaultText empty when the setting has no default
 * @param required whether the start fails without a value
 */
record Setting<T>(String key, String defaultText, boolean required, Type<T> type) {

    static final Setting<String> NODE_NAME = required(
            "lethe.node.name",
            Type.text("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", "letters, digits, '.', '_', '-'; at most 63"));

    static final Setting<Path> MAIN_DIRECTORY = required("lethe.storage.main.directory", Type.absolutePath());
    static final Setting<Path> BACKUP_DIRECTORY = required("lethe.storage.backup.directory", Type.absolutePath());
    static final Setting<Duration> STORAGE_TIMEOUT = duration("lethe.storage.timeout", "PT10S", "PT0.1S", "PT10M");
    static final Setting<Integer> STORAGE_THREADS = integer("lethe.storage.threads", 32, 1, 1024);

    static final Setting<Integer> BREAKER_ERRORS = integer("lethe.breaker.errors", 3, 0, 1000);
    static final Setting<Duration> BREAKER_WINDOW = duration("lethe.breaker.window", "PT1M", "PT1S", "PT1H");
    static final Setting<Duration> BREAKER_PROBE_INTERVAL =
            duration("lethe.breaker.probe-interval", "PT5S", "PT0.1S", "PT10M");
    static final Setting<Duration> BREAKER_LONGEST_PROBE_INTERVAL =
            duration("lethe.breaker.probe-interval.max", "PT1M", "PT0.1S", "PT1H");
    static final Setting<Integer> BREAKER_SUCCESSES = integer("lethe.breaker.successes", 2, 1, 100);

    static final Setting<Integer> CHUNK_SIZE = integer("lethe.removal.chunk-size", 1000, 1, 2000);
    static final Setting<Integer> PAGE_SIZE = integer("lethe.removal.page-size", 5000, 1, 10_000);
    static final Setting<Integer> PLAN_SESSIONS = integer("lethe.removal.plan.sessions", 2, 1, 64);
    static final Setting<Integer> MAIN_SESSIONS = integer("lethe.removal.main.sessions", 8, 1, 64);
    static final Setting<Integer> BACKUP_SESSIONS = integer("lethe.removal.backup.sessions", 8, 1, 64);
    static final Setting<Integer> CONSUMER_WINDOW_SIZE = integer("lethe.removal.consumer-window-size", 0, 0, 0);

    static final Setting<Duration> RESTORE_WINDOW = duration("lethe.deletion.restore-window", "PT0S", "PT0S", "P90D");
    static final Setting<Duration> LONGEST_RESTORE_WINDOW =
            duration("lethe.deletion.restore-window.max", "P30D", "PT0S", "P90D");
    static final Setting<Integer> MAX_PHOTOS = integer("lethe.deletion.max-photos", 10_000, 1, 100_000);

    static final Setting<Long> MAX_BYTES =
            setting("lethe.upload.max-bytes", "2147483648", Type.number("bytes", 1, 1L << 40));
    static final Setting<Long> MAX_PIXELS =
            setting("lethe.upload.max-pixels", "268435456", Type.number("pixels", 1, 1L << 40));
    static final Setting<Integer> MAX_FILES = integer("lethe.upload.max-files", 100, 1, 10_000);
    static final Setting<Long> QUOTA =
            setting("lethe.upload.quota", "1099511627776", Type.number("bytes", 0, 1L << 60));
    static final Setting<Duration> SNAPSHOT_LIMIT = duration("lethe.deletion.snapshot-limit", "PT1H", "PT1S", "P7D");

    static final Setting<Integer> BRAKE_SHARE = integer("lethe.brake.share", 100, 1, 100);
    static final Setting<Integer> BRAKE_SHARE_FROM = integer("lethe.brake.share-from", 1000, 1, 1_000_000_000);
    static final Setting<Integer> BRAKE_PHOTOS_PER_HOUR = integer("lethe.brake.photos-per-hour", 0, 0, 1_000_000_000);
    static final Setting<Duration> BRAKE_HOLD_LIMIT = duration("lethe.brake.hold-limit", "P1D", "PT1S", "P30D");

    static final Setting<Integer> MAX_OPEN = integer("lethe.upload.max-open", 100, 1, 100_000);
    static final Setting<Duration> UPLOAD_EXPIRY = duration("lethe.upload.expiry", "P1D", "PT5M", "P30D");
    static final Setting<Duration> INTENT_LIMIT = duration("lethe.upload.intent-limit", "PT1H", "PT1S", "P7D");

    static final Setting<Integer> THUMBNAIL_SESSIONS = integer("lethe.thumbnail.sessions", 2, 1, 64);
    static final Setting<Integer> THUMBNAIL_SMALL = integer("lethe.thumbnail.small", 320, 16, 4096);
    static final Setting<Integer> THUMBNAIL_LARGE = integer("lethe.thumbnail.large", 1280, 16, 4096);
    static final Setting<Long> THUMBNAIL_MAX_BYTES =
            setting("lethe.thumbnail.max-bytes", "67108864", Type.number("bytes", 1, 1L << 30));
    static final Setting<Long> THUMBNAIL_MAX_PIXELS =
            setting("lethe.thumbnail.max-pixels", "200000000", Type.number("pixels", 1, 1L << 31));

    static final Setting<Duration> RECONCILE_PERIOD = duration("lethe.reconcile.period", "PT5S", "PT0.1S", "PT1H");
    static final Setting<Duration> RECONCILE_GRACE = duration("lethe.reconcile.grace", "PT30S", "PT0S", "P1D");
    static final Setting<Duration> RECONCILE_OVERDUE = duration("lethe.reconcile.overdue", "PT15M", "PT1S", "P30D");

    static final Setting<Duration> TRANSACTION_TIMEOUT = duration("lethe.transaction.timeout", "PT60S", "PT1S", "PT1H");
    static final Setting<Duration> IN_DOUBT_LIMIT = duration("lethe.in-doubt.limit", "PT2M", "PT1S", "P1D");

    static final Setting<String> BROKER_URL = setting(
            "lethe.broker.url",
            "tcp://127.0.0.1:61616",
            Type.text("\\(?tcp://.+", "starts with tcp://, or is a list of such in parentheses"));
    static final Setting<String> MANAGEMENT_USER =
            required("lethe.broker.management.user", Type.text(".+", "not empty"));
    static final Setting<Secret> MANAGEMENT_PASSWORD = required("lethe.broker.management.password", Type.secret(1));
    static final Setting<Duration> CALL_TIMEOUT = duration("lethe.broker.call-timeout", "PT5S", "PT0.1S", "PT10M");

    static final Setting<Duration> SOCKET_TIMEOUT = duration("lethe.database.socket-timeout", "PT30S", "PT1S", "PT1H");

    static final Setting<Duration> STATEMENT_TIMEOUT =
            duration("lethe.database.statement-timeout", "PT20S", "PT1S", "PT1H");

    static final Setting<Secret> ADMIN_PASSWORD = optional("lethe.admin.password", Type.secret(12));

    /** OWASP's password storage cheat sheet, 2023: 210,000 for PBKDF2 with HMAC-SHA-512. */
    static final Setting<Integer> PASSWORD_ROUNDS = integer("lethe.password.rounds", 210_000, 1024, 10_000_000);

    static final Setting<Duration> SESSION_LIFE = duration("lethe.session.life", "PT12H", "PT5M", "P30D");
    static final Setting<Duration> SESSION_IDLE = duration("lethe.session.idle", "PT30M", "PT2M", "P30D");
    static final Setting<String> SESSION_COOKIE =
            setting("lethe.session.secure-cookie", "auto", Type.text("auto|always", "auto or always"));

    static final Setting<String> OIDC_ISSUER =
            optional("lethe.oidc.issuer", Type.text(".{1,255}", "1 to 255 characters"));
    static final Setting<String> OIDC_AUDIENCE =
            optional("lethe.oidc.audience", Type.text(".{1,255}", "1 to 255 characters"));
    static final Setting<String> OIDC_JWKS_URL = optional(
            "lethe.oidc.jwks-url",
            Type.text(
                    "https://.+|file:/.+|http://(127\\.0\\.0\\.1|localhost|\\[::1])([:/].*)?",
                    "an https URL, an http URL of this machine, or a file URL"));
    static final Setting<String> OIDC_ALGORITHM = setting(
            "lethe.oidc.algorithm",
            "RS256",
            Type.text("(RS|PS|ES)(256|384|512)", "RS256, PS256, ES256, or one of these with 384 or 512"));
    static final Setting<String> OIDC_ROLES_CLAIM =
            setting("lethe.oidc.roles-claim", "groups", Type.text(".{1,255}", "1 to 255 characters"));
    static final Setting<Map<String, String>> OIDC_ROLES =
            setting("lethe.oidc.roles", "owner=owner,operator=operator,admin=admin", Type.roleMapping());
    static final Setting<Duration> OIDC_CLOCK_SKEW = duration("lethe.oidc.clock-skew", "PT60S", "PT0S", "PT10M");
    static final Setting<Duration> OIDC_REFRESH = duration("lethe.oidc.refresh-interval", "PT30S", "PT0.1S", "PT1H");

    static final Setting<Integer> LOCK_OUT_ATTEMPTS = integer("lethe.lock-out.attempts", 5, 1, 1000);
    static final Setting<Integer> LOCK_OUT_ADDRESS = integer("lethe.lock-out.attempts-of-address", 50, 1, 1_000_000);
    static final Setting<Integer> LOCK_OUT_LOGIN = integer("lethe.lock-out.attempts-of-login", 100, 1, 1_000_000);
    static final Setting<Duration> LOCK_OUT_LONGEST = duration("lethe.lock-out.longest", "PT15M", "PT1S", "P1D");
    static final Setting<Duration> LOCK_OUT_FORGIVEN = duration("lethe.lock-out.forgiven-after", "PT1H", "PT1S", "P7D");

    static final Setting<Secret> CALLBACK_KEY = optional("lethe.callback.key", Type.secret(32));
    static final Setting<Duration> CALLBACK_TIMEOUT = duration("lethe.callback.timeout", "PT10S", "PT0.1S", "PT10M");
    static final Setting<Integer> CALLBACK_SESSIONS = integer("lethe.callback.sessions", 4, 1, 64);
    static final Setting<Duration> CALLBACK_OVERDUE = duration("lethe.callback.overdue", "PT4H", "PT1S", "P30D");
    static final Setting<Boolean> CALLBACK_PRIVATE = setting("lethe.callback.allow-private", "false", Type.flag());
    static final Setting<Boolean> CALLBACK_HTTP = setting("lethe.callback.allow-http", "false", Type.flag());

    static final Setting<Duration> NOTIFICATION_TIMEOUT =
            duration("lethe.notification.timeout", "PT10S", "PT0.1S", "PT10M");
    static final Setting<Integer> NOTIFICATION_SESSIONS = integer("lethe.notification.sessions", 2, 1, 64);
    static final Setting<Duration> NOTIFICATION_GATHER =
            duration("lethe.notification.gather", "PT10S", "PT0S", "PT10M");
    static final Setting<Duration> NOTIFICATION_OVERDUE =
            duration("lethe.notification.overdue", "PT4H", "PT1S", "P30D");
    static final Setting<Boolean> NOTIFICATION_PRIVATE =
            setting("lethe.notification.allow-private", "false", Type.flag());
    static final Setting<Boolean> NOTIFICATION_PLAIN = setting("lethe.notification.allow-plain", "false", Type.flag());
    static final Setting<String> PUBLIC_URL = optional(
            "lethe.public-url", Type.text("https?://[^\\s?#]+", "an http or https URL without query and fragment"));

    static final Setting<List<String>> TRUSTED_PROXIES = optional("lethe.trusted-proxies", Type.addressRanges());

    static final Setting<Duration> METRICS_PERIOD = duration("lethe.metrics.period", "PT15S", "PT1S", "PT1H");

    static final Setting<Integer> RATE_OF_READS = integer("lethe.rate.reads", 200, 0, 100_000);
    static final Setting<Integer> RATE_OF_DOWNLOADS = integer("lethe.rate.downloads", 200, 0, 100_000);
    static final Setting<Integer> RATE_OF_WRITES = integer("lethe.rate.writes", 50, 0, 100_000);
    static final Setting<Integer> RATE_OF_DELETES = integer("lethe.rate.deletes", 100, 0, 100_000);
    static final Setting<Integer> RATE_OF_UPLOADS = integer("lethe.rate.uploads", 100, 0, 100_000);
    static final Setting<Integer> RATE_OF_ANONYMOUS = integer("lethe.rate.anonymous", 3, 0, 100_000);

    static final Setting<Integer> READS_AT_ONCE = integer("lethe.admission.reads", 24, 1, 1000);
    static final Setting<Integer> DOWNLOADS_AT_ONCE = integer("lethe.admission.downloads", 32, 1, 1000);
    static final Setting<Integer> WRITES_AT_ONCE = integer("lethe.admission.writes", 8, 1, 1000);
    static final Setting<Integer> DELETES_AT_ONCE = integer("lethe.admission.deletes", 12, 1, 30);
    static final Setting<Integer> UPLOADS_AT_ONCE = integer("lethe.admission.uploads", 16, 1, 1000);
    static final Setting<Integer> ADMISSION_QUEUE = integer("lethe.admission.queue", 80, 0, 10_000);
    static final Setting<Duration> ADMISSION_PATIENCE = duration("lethe.admission.patience", "PT2S", "PT0S", "PT20S");
    static final Setting<Duration> ADMISSION_BODY = duration("lethe.admission.body", "PT30S", "PT1S", "PT10M");
    static final Setting<Duration> ADMISSION_UPLOAD_MEBIBYTE =
            duration("lethe.admission.upload-mebibyte", "PT2M", "PT1S", "PT1H");

    static final Setting<Duration> PROGRESS_PERIOD = duration("lethe.progress.period", "PT1S", "PT0.1S", "PT1M");
    static final Setting<Duration> PROGRESS_HEARTBEAT = duration("lethe.progress.heartbeat", "PT15S", "PT1S", "PT5M");
    static final Setting<Duration> PROGRESS_LIFETIME = duration("lethe.progress.lifetime", "PT15M", "PT1S", "P1D");
    static final Setting<Integer> PROGRESS_STREAMS = integer("lethe.progress.streams", 1000, 1, 100_000);
    static final Setting<Integer> PROGRESS_STREAMS_PER_OWNER =
            integer("lethe.progress.streams-per-owner", 20, 1, 10_000);

    static final Setting<Duration> OVERVIEW_PERIOD = duration("lethe.overview.period", "PT2S", "PT0.1S", "PT1M");
    static final Setting<Integer> OVERVIEW_STREAMS = integer("lethe.overview.streams", 100, 1, 10_000);
    static final Setting<Integer> OVERVIEW_STREAMS_PER_ACCOUNT =
            integer("lethe.overview.streams-per-account", 10, 1, 1000);

    static final List<Setting<?>> ALL = List.of(
            NODE_NAME,
            MAIN_DIRECTORY,
            BACKUP_DIRECTORY,
            STORAGE_TIMEOUT,
            STORAGE_THREADS,
            BREAKER_ERRORS,
            BREAKER_WINDOW,
            BREAKER_PROBE_INTERVAL,
            BREAKER_LONGEST_PROBE_INTERVAL,
            BREAKER_SUCCESSES,
            CHUNK_SIZE,
            PAGE_SIZE,
            PLAN_SESSIONS,
            MAIN_SESSIONS,
            BACKUP_SESSIONS,
            CONSUMER_WINDOW_SIZE,
            RESTORE_WINDOW,
            LONGEST_RESTORE_WINDOW,
            MAX_PHOTOS,
            SNAPSHOT_LIMIT,
            BRAKE_SHARE,
            BRAKE_SHARE_FROM,
            BRAKE_PHOTOS_PER_HOUR,
            BRAKE_HOLD_LIMIT,
            MAX_BYTES,
            MAX_PIXELS,
            MAX_FILES,
            QUOTA,
            MAX_OPEN,
            UPLOAD_EXPIRY,
            INTENT_LIMIT,
            THUMBNAIL_SESSIONS,
            THUMBNAIL_SMALL,
            THUMBNAIL_LARGE,
            THUMBNAIL_MAX_BYTES,
            THUMBNAIL_MAX_PIXELS,
            RECONCILE_PERIOD,
            RECONCILE_GRACE,
            RECONCILE_OVERDUE,
            TRANSACTION_TIMEOUT,
            IN_DOUBT_LIMIT,
            BROKER_URL,
            MANAGEMENT_USER,
            MANAGEMENT_PASSWORD,
            CALL_TIMEOUT,
            SOCKET_TIMEOUT,
            STATEMENT_TIMEOUT,
            ADMIN_PASSWORD,
            PASSWORD_ROUNDS,
            SESSION_LIFE,
            SESSION_IDLE,
            SESSION_COOKIE,
            OIDC_ISSUER,
            OIDC_AUDIENCE,
            OIDC_JWKS_URL,
            OIDC_ALGORITHM,
            OIDC_ROLES_CLAIM,
            OIDC_ROLES,
            OIDC_CLOCK_SKEW,
            OIDC_REFRESH,
            LOCK_OUT_ATTEMPTS,
            LOCK_OUT_ADDRESS,
            LOCK_OUT_LOGIN,
            LOCK_OUT_LONGEST,
            LOCK_OUT_FORGIVEN,
            METRICS_PERIOD,
            RATE_OF_READS,
            RATE_OF_DOWNLOADS,
            RATE_OF_WRITES,
            RATE_OF_DELETES,
            RATE_OF_UPLOADS,
            RATE_OF_ANONYMOUS,
            CALLBACK_KEY,
            CALLBACK_TIMEOUT,
            CALLBACK_SESSIONS,
            CALLBACK_OVERDUE,
            CALLBACK_PRIVATE,
            CALLBACK_HTTP,
            NOTIFICATION_TIMEOUT,
            NOTIFICATION_SESSIONS,
            NOTIFICATION_GATHER,
            NOTIFICATION_OVERDUE,
            NOTIFICATION_PRIVATE,
            NOTIFICATION_PLAIN,
            PUBLIC_URL,
            TRUSTED_PROXIES,
            READS_AT_ONCE,
            DOWNLOADS_AT_ONCE,
            WRITES_AT_ONCE,
            DELETES_AT_ONCE,
            UPLOADS_AT_ONCE,
            ADMISSION_QUEUE,
            ADMISSION_PATIENCE,
            ADMISSION_BODY,
            ADMISSION_UPLOAD_MEBIBYTE,
            PROGRESS_PERIOD,
            PROGRESS_HEARTBEAT,
            PROGRESS_LIFETIME,
            PROGRESS_STREAMS,
            PROGRESS_STREAMS_PER_OWNER,
            OVERVIEW_PERIOD,
            OVERVIEW_STREAMS,
            OVERVIEW_STREAMS_PER_ACCOUNT);

    boolean hasDefault() {
        return !defaultText.isEmpty();
    }

    private static Setting<Duration> duration(String key, String defaultText, String least, String most) {
        return setting(key, defaultText, Type.duration(Duration.parse(least), Duration.parse(most)));
    }

    private static Setting<Integer> integer(String key, int defaultValue, int least, int most) {
        return setting(key, Integer.toString(defaultValue), Type.integer(least, most));
    }

    private static <T> Setting<T> setting(String key, String defaultText, Type<T> type) {
        return new Setting<>(key, defaultText, true, type);
    }

    private static <T> Setting<T> required(String key, Type<T> type) {
        return new Setting<>(key, "", true, type);
    }

    private static <T> Setting<T> optional(String key, Type<T> type) {
        return new Setting<>(key, "", false, type);
    }
}
