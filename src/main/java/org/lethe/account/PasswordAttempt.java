package org.lethe.account;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** A login and a password, with the address that they come from. */
final class PasswordAttempt extends UsernamePasswordCredential {

    private final String address;

    PasswordAttempt(String login, String password, String address) {
        super(login, password);
        this.address = address;
    }

    String address() {
        return address;
    }
}
