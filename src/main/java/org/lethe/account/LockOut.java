package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.account.SignInKeys.Counted;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.LockOutSettings;

/**
 * Has who guesses wait, for longer each time, on all nodes alike, and whether the login exists or not. Failures count for a
 * login from an address, for the address (one who tries many logins), and for the login (many who try one). Who has signed
 * in from an address before is held there by their own failures only: nobody can lock another out of where they are.
 * Nobody waits longer than {@code lethe.lock-out.longest}. No thread is held: who has to wait is told so.
 */
@Dependent
class LockOut implements AttemptLimit {

    private final SignInAttempts attempts;
    private final TellLockOut tell;
    private final LockOutSettings limits;

    @Inject
    LockOut(SignInAttempts attempts, TellLockOut tell, LetheSettings settings) {
        this.attempts = attempts;
        this.tell = tell;
        this.limits = settings.lockOut();
    }

    @Override
    public void take(String login, String address) {
        SignInKeys keys = SignInKeys.of(login, address, limits);
        List<Counted> asked = attempts.isKnown(keys.both().key()) ? List.of(keys.both()) : keys.all();
        List<String> names = asked.stream().map(Counted::key).toList();
        List<Counted> begun = attempts.locked(names, limits.forgivenAfter(), (counts, writer) -> {
            refuseWhileWaiting(counts);
            return count(asked, counts, writer);
        });
        begun.forEach(locked -> tell.tell(keys, locked, login, address));
    }

    @Override
    public void succeeded(String login, String address) {
        SignInKeys keys = SignInKeys.of(login, address, limits);
        attempts.forgive(
                keys.both().key(), keys.all().stream().map(Counted::key).toList());
    }

    private static void refuseWhileWaiting(Map<String, SignInAttempts.Count> counts) {
        Optional<Double> longest = counts.values().stream()
                .map(SignInAttempts.Count::waitSeconds)
                .filter(seconds -> seconds > 0)
                .max(Double::compare);
        longest.ifPresent(seconds -> {
            throw new LockedOutException(Duration.ofMillis((long) (seconds * 1000)));
        });
    }

    /** Those that have to wait from now on, for the first time. */
    private List<Counted> count(
            List<Counted> asked, Map<String, SignInAttempts.Count> counts, SignInAttempts.Writer writer)
            throws SQLException {
        List<Counted> begun = new ArrayList<>();
        for (Counted one : asked) {
            int failures = counts.get(one.key()).failures() + 1;
            writer.count(one.key(), failures, GrowingDelay.after(failures, one.free(), limits.longest()));
            if (failures == one.free()) {
                begun.add(one);
            }
        }
        return begun;
    }
}
