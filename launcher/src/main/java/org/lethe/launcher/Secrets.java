package org.lethe.launcher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of one installation, made at its first start and kept in a file that only this user can read.
 * They are letters, digits, minus and underscore, so that no configuration has to escape them.
 */
final class Secrets {
    private static final int BYTES = 18;

    private final KeptProperties kept;
    private final SecureRandom random = new SecureRandom();
    private boolean adminPasswordIsNew;

    Secrets(Path file) {
        kept = KeptProperties.in(file);
    }

    String databaseSuperuser() {
        return password("database.superuser.password");
    }

    String database() {
        return password("database.password");
    }

    String brokerApplication() {
        return password("broker.application.password");
    }

    String brokerManagement() {
        return password("broker.management.password");
    }

    /** The first administrator's; made when there is none yet. */
    String admin() {
        if (kept.find("admin.password").isEmpty()) {
            adminPasswordIsNew = true;
        }
        return password("admin.password");
    }

    /** Whether {@link #admin()} made the password in this run, so that its user has not seen it yet. */
    boolean adminPasswordIsNew() {
        return adminPasswordIsNew;
    }

    void keepAdmin(String chosen) {
        kept.keep("admin.password", chosen);
    }

    private String password(String key) {
        return kept.find(key).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            kept.keep(key, made);
            return made;
        });
    }
}
