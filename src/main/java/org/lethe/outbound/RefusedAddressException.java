package org.lethe.outbound;

import java.net.UnknownHostException;

/** A name stands for no address that may be called. Says nothing of the addresses: they tell of the network inside. */
class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException() {
        super("the host has no address that may be called");
    }
}
