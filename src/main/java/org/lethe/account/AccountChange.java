package org.lethe.account;

import java.util.List;

/** The body of a change, as it came: null leaves as it is; a quota of -1 is that of the settings. */
public record AccountChange(String password, List<String> roles, Boolean disabled, Long quotaBytes) {

    static final AccountChange DISABLE = new AccountChange(null, null, true, null);

    /** Returns itself when all of it is acceptable. */
    AccountChange validFor(Account account) {
        AccountRules rules = new AccountRules();
        if (account.isOfProvider()) {
            rules.notOfProvider("password", password).notOfProvider("roles", roles);
        } else if (password != null) {
            rules.password(password, account.login());
        }
        if (roles != null && !account.isOfProvider()) {
            rules.roles(roles);
        }
        if (quotaBytes != null) {
            rules.quota(quotaBytes);
        }
        rules.check();
        return this;
    }

    @Override
    public String toString() {
        return "change to roles " + roles + ", disabled " + disabled;
    }
}
