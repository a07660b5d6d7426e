package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.lethe.log.LogEvent;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.Secret;

/** Makes the account {@code admin} in an installation that has none at all. */
@Dependent
public class FirstAdministrator {

    private static final String LOGIN = "admin";
    private static final int RANDOM_BYTES = 18;

    private final Accounts accounts;
    private final AddAccount add;
    private final Optional<Secret> password;

    @Inject
    FirstAdministrator(Accounts accounts, AddAccount add, LetheSettings settings) {
        this.accounts = accounts;
        this.add = add;
        this.password = settings.account().adminPassword();
    }

    /**
     * Makes the first administrator, with all roles, unless there is any account; call it once the schema is there. The
     * password is that of the settings; without one it is made, and stands in the log this once.
     */
    @Transactional
    public void ensure() {
        if (!accounts.isEmpty()) {
            return;
        }
        String chosen = password.map(Secret::reveal).orElseGet(FirstAdministrator::random);
        try {
            add.addBySystem(new NewAccount(LOGIN, chosen, everyRole()));
        } catch (ProblemException taken) {
            return; // another node was faster, and its password counts
        }
        if (password.isEmpty()) {
            LogEvent.FIRST_ADMINISTRATOR.log(LOGIN, chosen);
        }
    }

    private static List<String> everyRole() {
        return Arrays.stream(Role.values()).map(Role::wireName).toList();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
