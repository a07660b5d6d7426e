package org.lethe.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Reads every setting, notes every fault, and only then decides. */
final class ReadSettings {

    private static final String NOT_SET = "(not set)";
    private static final String DEFAULT = "default";

    private final Config config;
    private final Values values = new Values();
    private final List<SettingFault> faults = new ArrayList<>();

    ReadSettings(Config config) {
        this.config = config;
    }

    LetheSettings read() {
        Setting.ALL.forEach(this::read);
        Relation.ALL.forEach(this::check);
        requireTogether(List.of(Setting.OIDC_ISSUER, Setting.OIDC_AUDIENCE, Setting.OIDC_JWKS_URL));
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings();
    }

    private <T> void read(Setting<T> setting) {
        ConfigValue found = config.getConfigValue(setting.key());
        String text = found.getValue();
        if (text != null && !text.isEmpty()) {
            parse(setting, text, String.valueOf(found.getSourceName()));
        } else if (setting.hasDefault()) {
            parse(setting, setting.defaultText(), DEFAULT);
        } else if (setting.required()) {
            faults.add(new SettingFault(setting.key(), NOT_SET, "must be set", DEFAULT));
        }
    }

    private <T> void parse(Setting<T> setting, String text, String origin) {
        Type<T> type = setting.type();
        String shown = type.hidden() ? "(secret)" : text;
        type.parse(text)
                .ifPresentOrElse(
                        value -> values.put(setting, value, shown, origin),
                        () -> faults.add(new SettingFault(setting.key(), shown, type.rule(), origin)));
    }

    private void check(Relation relation) {
        boolean canTell = values.has(relation.of()) && values.has(relation.to());
        if (canTell && !relation.holds().test(values)) {
            faults.add(relation.faultIn(values));
        }
    }

    private LetheSettings settings() {
        return new LetheSettings(
                new NodeSettings(values.of(Setting.NODE_NAME)),
                storage(),
                breaker(),
                removal(),
                deletion(),
                brake(),
                upload(),
                thumbnail(),
                callback(),
                notification(),
                reconcile(),
                new TransactionSettings(values.of(Setting.TRANSACTION_TIMEOUT), values.of(Setting.IN_DOUBT_LIMIT)),
                broker(),
                new DatabaseSettings(values.of(Setting.SOCKET_TIMEOUT), values.of(Setting.STATEMENT_TIMEOUT)),
                new AccountSettings(values.optional(Setting.ADMIN_PASSWORD), values.of(Setting.PASSWORD_ROUNDS)),
                new SessionSettings(
                        values.of(Setting.SESSION_LIFE),
                        values.of(Setting.SESSION_IDLE),
                        values.of(Setting.SESSION_COOKIE).equals("always")),
                lockOut(),
                oidc(),
                new HttpSettings(values.optional(Setting.TRUSTED_PROXIES).orElse(List.of())),
                new MetricsSettings(values.of(Setting.METRICS_PERIOD)),
                rates(),
                admission(),
                progress(),
                overview());
    }

    /** With one of them, the others are needed. */
    private void requireTogether(List<Setting<String>> group) {
        if (group.stream().anyMatch(values::has)) {
            group.stream()
                    .filter(setting -> !values.has(setting))
                    .filter(setting ->
                            faults.stream().noneMatch(fault -> fault.key().equals(setting.key())))
                    .forEach(setting -> faults.add(
                            new SettingFault(setting.key(), NOT_SET, "must be set when one of its group is", DEFAULT)));
        }
    }

    private Optional<OidcSettings> oidc() {
        return values.optional(Setting.OIDC_ISSUER)
                .map(issuer -> new OidcSettings(
                        issuer,
                        values.of(Setting.OIDC_AUDIENCE),
                        values.of(Setting.OIDC_ALGORITHM),
                        values.of(Setting.OIDC_JWKS_URL),
                        values.of(Setting.OIDC_ROLES_CLAIM),
                        values.of(Setting.OIDC_ROLES),
                        values.of(Setting.OIDC_CLOCK_SKEW),
                        values.of(Setting.OIDC_REFRESH)));
    }

    private LockOutSettings lockOut() {
        return new LockOutSettings(
                values.of(Setting.LOCK_OUT_ATTEMPTS),
                values.of(Setting.LOCK_OUT_ADDRESS),
                values.of(Setting.LOCK_OUT_LOGIN),
                values.of(Setting.LOCK_OUT_LONGEST),
                values.of(Setting.LOCK_OUT_FORGIVEN));
    }

    private StorageSettings storage() {
        return new StorageSettings(
                values.of(Setting.MAIN_DIRECTORY),
                values.of(Setting.BACKUP_DIRECTORY),
                values.of(Setting.STORAGE_TIMEOUT),
                values.of(Setting.STORAGE_THREADS));
    }

    private BreakerSettings breaker() {
        return new BreakerSettings(
                values.of(Setting.BREAKER_ERRORS),
                values.of(Setting.BREAKER_WINDOW),
                values.of(Setting.BREAKER_PROBE_INTERVAL),
                values.of(Setting.BREAKER_LONGEST_PROBE_INTERVAL),
                values.of(Setting.BREAKER_SUCCESSES));
    }

    private RemovalSettings removal() {
        return new RemovalSettings(
                values.of(Setting.CHUNK_SIZE),
                values.of(Setting.PAGE_SIZE),
                values.of(Setting.PLAN_SESSIONS),
                values.of(Setting.MAIN_SESSIONS),
                values.of(Setting.BACKUP_SESSIONS),
                values.of(Setting.CONSUMER_WINDOW_SIZE));
    }

    private DeletionSettings deletion() {
        return new DeletionSettings(
                values.of(Setting.RESTORE_WINDOW),
                values.of(Setting.LONGEST_RESTORE_WINDOW),
                values.of(Setting.MAX_PHOTOS),
                values.of(Setting.SNAPSHOT_LIMIT));
    }

    private UploadSettings upload() {
        return new UploadSettings(
                values.of(Setting.MAX_BYTES),
                values.of(Setting.MAX_PIXELS),
                values.of(Setting.MAX_FILES),
                values.of(Setting.QUOTA),
                values.of(Setting.MAX_OPEN),
                values.of(Setting.UPLOAD_EXPIRY),
                values.of(Setting.INTENT_LIMIT));
    }

    private ThumbnailSettings thumbnail() {
        return new ThumbnailSettings(
                values.of(Setting.THUMBNAIL_SESSIONS),
                values.of(Setting.THUMBNAIL_SMALL),
                values.of(Setting.THUMBNAIL_LARGE),
                values.of(Setting.THUMBNAIL_MAX_BYTES),
                values.of(Setting.THUMBNAIL_MAX_PIXELS));
    }

    private CallbackSettings callback() {
        return new CallbackSettings(
                values.optional(Setting.CALLBACK_KEY),
                values.of(Setting.CALLBACK_TIMEOUT),
                values.of(Setting.CALLBACK_SESSIONS),
                values.of(Setting.CALLBACK_OVERDUE),
                values.of(Setting.CALLBACK_PRIVATE),
                values.of(Setting.CALLBACK_HTTP));
    }

    private NotificationSettings notification() {
        return new NotificationSettings(
                values.of(Setting.NOTIFICATION_TIMEOUT),
                values.of(Setting.NOTIFICATION_SESSIONS),
                values.of(Setting.NOTIFICATION_GATHER),
                values.of(Setting.NOTIFICATION_OVERDUE),
                values.of(Setting.NOTIFICATION_PRIVATE),
                values.of(Setting.NOTIFICATION_PLAIN),
                values.optional(Setting.PUBLIC_URL));
    }

    private BrakeSettings brake() {
        return new BrakeSettings(
                values.of(Setting.BRAKE_SHARE),
                values.of(Setting.BRAKE_SHARE_FROM),
                values.of(Setting.BRAKE_PHOTOS_PER_HOUR),
                values.of(Setting.BRAKE_HOLD_LIMIT));
    }

    private ProgressSettings progress() {
        return new ProgressSettings(
                values.of(Setting.PROGRESS_PERIOD),
                values.of(Setting.PROGRESS_HEARTBEAT),
                values.of(Setting.PROGRESS_LIFETIME),
                values.of(Setting.PROGRESS_STREAMS),
                values.of(Setting.PROGRESS_STREAMS_PER_OWNER));
    }

    private OverviewSettings overview() {
        return new OverviewSettings(
                values.of(Setting.OVERVIEW_PERIOD),
                values.of(Setting.OVERVIEW_STREAMS),
                values.of(Setting.OVERVIEW_STREAMS_PER_ACCOUNT));
    }

    private ReconcileSettings reconcile() {
        return new ReconcileSettings(
                values.of(Setting.RECONCILE_PERIOD),
                values.of(Setting.RECONCILE_GRACE),
                values.of(Setting.RECONCILE_OVERDUE));
    }

    private RateSettings rates() {
        return new RateSettings(
                values.of(Setting.RATE_OF_READS),
                values.of(Setting.RATE_OF_DOWNLOADS),
                values.of(Setting.RATE_OF_WRITES),
                values.of(Setting.RATE_OF_DELETES),
                values.of(Setting.RATE_OF_UPLOADS),
                values.of(Setting.RATE_OF_ANONYMOUS));
    }

    private AdmissionSettings admission() {
        return new AdmissionSettings(
                values.of(Setting.READS_AT_ONCE),
                values.of(Setting.DOWNLOADS_AT_ONCE),
                values.of(Setting.WRITES_AT_ONCE),
                values.of(Setting.DELETES_AT_ONCE),
                values.of(Setting.UPLOADS_AT_ONCE),
                values.of(Setting.ADMISSION_QUEUE),
                values.of(Setting.ADMISSION_PATIENCE),
                values.of(Setting.ADMISSION_BODY),
                values.of(Setting.ADMISSION_UPLOAD_MEBIBYTE));
    }

    private BrokerSettings broker() {
        return new BrokerSettings(
                values.of(Setting.BROKER_URL),
                values.of(Setting.MANAGEMENT_USER),
                values.of(Setting.MANAGEMENT_PASSWORD),
                values.of(Setting.CALL_TIMEOUT));
    }
}
