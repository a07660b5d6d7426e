package org.lethe.recovery;

import java.lang.reflect.InvocationTargetException;

/**
 * Payara's recovery service, which has no public interface: its classes are looked up by name.
 * The names are those of Payara 6; a server without them fails here, at its start.
 */
final class PayaraRecovery {
    private PayaraRecovery() {}

    /**
     * Recovers what the transaction log and the resources say is undecided, and returns once that ran.
     * The service does so when it is first asked for.
     */
    static void trigger() {
        try {
            Class<?> service = Class.forName("com.sun.enterprise.transaction.api.ResourceRecoveryManager");
            Class<?> globals = Class.forName("org.glassfish.internal.api.Globals");
            Object manager = globals.getMethod("get", Class.class).invoke(null, service);
            if (manager == null) {
                throw new IllegalStateException("This server has no service " + service.getName());
            }
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("Payara's recovery service failed: " + cause, cause);
        }
    }
}
