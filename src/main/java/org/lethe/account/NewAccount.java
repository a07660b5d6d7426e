package org.lethe.account;

import java.util.List;

/** The body of a request for a new account, as it came. */
public record NewAccount(String login, String password, List<String> roles) {

    /** Returns itself when all of it is acceptable. */
    NewAccount valid() {
        new AccountRules().login(login).password(password, login).roles(roles).check();
        return this;
    }

    @Override
    public String toString() {
        return "new account " + login;
    }
}
