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
    private static final int KEY_BYTES = 32;

    private final KeptProperties kept;
    private final SecureRandom random = new SecureRandom();

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

    String brokerSubscriber() {
        return password("broker.subscriber.password");
    }

    String brokerRequester() {
        return password("broker.requester.password");
    }

    /** From which the secrets are derived that callbacks are signed with. */
    String callbackKey() {
        return made("callback.key", KEY_BYTES);
    }

    /** The first administrator's; made when none was chosen. */
    String admin() {
        return password("admin.password");
    }

    void chooseAdmin(String password) {
        kept.keep("admin.password", password);
        adminSeen();
    }

    /** Whether the administrator's password was made and nobody was shown it yet, also not by an earlier start. */
    boolean isAdminUnseen() {
        return kept.find("admin.password.seen").isEmpty();
    }

    void adminSeen() {
        kept.keep("admin.password.seen", "yes");
    }

    private String password(String key) {
        return made(key, BYTES);
    }

    private String made(String key, int length) {
        return kept.find(key).orElseGet(() -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            kept.keep(key, made);
            return made;
        });
    }
}
