package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.account.SignInKeys.Counted;
import org.lethe.log.LogEvent;

/**
 * Tells people that guessing was begun: once for each that has to wait, not for each time. A login that does not exist is
 * not told: it may be a password that was typed in the wrong place.
 */
@Dependent
class TellLockOut {

    private static final String UNKNOWN = "(unknown login)";

    private final Accounts accounts;
    private final RecordLockOut record;

    @Inject
    TellLockOut(Accounts accounts, RecordLockOut record) {
        this.accounts = accounts;
        this.record = record;
    }

    void tell(SignInKeys keys, Counted locked, String login, String address) {
        String known = accounts.find(login).map(Account::login).orElse(UNKNOWN);
        String subject = subject(keys, locked, known, address);
        LogEvent.LOCKED_OUT.log(subject, locked.free());
        try {
            record.record(subject, locked.free(), Optional.of(address));
        } catch (RuntimeException failed) {
            LogEvent.LOCK_OUT_NOT_RECORDED.log(failed);
        }
    }

    private static String subject(SignInKeys keys, Counted locked, String login, String address) {
        if (locked.equals(keys.address())) {
            return address;
        }
        return locked.equals(keys.login()) ? login : login + " from " + address;
    }
}
