package org.lethe.settings;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * All settings of one node, by feature. Immutable; safe from any thread. Passwords never show in {@code toString}.
 */
public record LetheSettings(
        NodeSettings node,
        StorageSettings storage,
        BreakerSettings breaker,
        RemovalSettings removal,
        DeletionSettings deletion,
        BrakeSettings brake,
        UploadSettings upload,
        ThumbnailSettings thumbnail,
        CallbackSettings callback,
        NotificationSettings notification,
        ReconcileSettings reconcile,
        TransactionSettings transaction,
        BrokerSettings broker,
        DatabaseSettings database,
        AccountSettings account,
        SessionSettings session,
        LockOutSettings lockOut,
        Optional<OidcSettings> oidc,
        HttpSettings http,
        MetricsSettings metrics,
        RateSettings rates,
        AdmissionSettings admission,
        ProgressSettings progress,
        OverviewSettings overview) {

    /**
     * Reads and validates every setting; a setting that is absent has its default.
     *
     * @throws SettingsException listing every fault at once, not only the first
     */
    public static LetheSettings from(Config config) {
        return new ReadSettings(config).read();
    }
}
