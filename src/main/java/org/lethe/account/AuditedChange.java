package org.lethe.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;

/** What the audit is told of a change: what was, and what is then. Of a password only that it was changed. */
record AuditedChange(
        List<String> rolesBefore, boolean wasDisabled, Optional<Long> quotaBefore, boolean changesPassword) {

    static AuditedChange from(Account account, AccountChange wanted) {
        return new AuditedChange(
                List.of(account.roleNames()), account.isDisabled(), account.quotaBytes(), wanted.password() != null);
    }

    /** Records what became of the account, when it is not as it was; and how many of its credentials were ended. */
    void to(Account account, Map<String, Integer> ended, Audit audit) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<String> roles = List.of(account.roleNames());
        if (changesPassword) {
            details.put("password", "changed");
        }
        details.putAll(ended);
        if (!roles.equals(rolesBefore)) {
            details.put("roles", Map.of("from", rolesBefore, "to", roles));
        }
        if (!account.quotaBytes().equals(quotaBefore)) {
            details.put(
                    "quotaBytes",
                    Map.of(
                            "from",
                            quotaBefore.orElse(-1L),
                            "to",
                            account.quotaBytes().orElse(-1L)));
        }
        if (account.isDisabled() != wasDisabled) {
            details.put("disabled", Map.of("from", wasDisabled, "to", account.isDisabled()));
        }
        if (!details.isEmpty()) {
            details.put("login", account.login());
            audit.record(action(account), account.id().toString(), details);
        }
    }

    private AuditAction action(Account account) {
        if (account.isDisabled() == wasDisabled) {
            return AuditAction.ACCOUNT_CHANGED;
        }
        return account.isDisabled() ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED;
    }
}
