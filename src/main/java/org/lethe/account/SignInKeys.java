package org.lethe.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.lethe.settings.LockOutSettings;

/**
 * Under what failures of a password check are counted.
 *
 * @param both this login from this address
 * @param address whatever the login
 * @param login whatever the address
 */
record SignInKeys(Counted both, Counted address, Counted login) {

    /** Of an IPv6 address, what one customer has: counting single addresses would count nothing. */
    private static final int NETWORK_BYTES = 8;

    /**
     * One of them.
     *
     * @param key a hash
     * @param free failures before there is a wait
     */
    record Counted(String key, int free) {}

    static SignInKeys of(String login, String address, LockOutSettings limits) {
        String network = network(address);
        return new SignInKeys(
                counted("both", login + '\u0000' + network, limits.attempts()),
                counted("address", network, limits.attemptsOfAddress()),
                counted("login", login, limits.attemptsOfLogin()));
    }

    List<Counted> all() {
        return List.of(both, address, login);
    }

    private static Counted counted(String kind, String text, int free) {
        return new Counted(kind + ' ' + HexFormat.of().formatHex(Sha256.of(text)), free);
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: nothing is looked up
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
