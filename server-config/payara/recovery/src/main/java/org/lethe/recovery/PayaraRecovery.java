package org.lethe.recovery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Payara's recovery service, which has no public interface: its classes are looked up by name.
 * The names are those of Payara 6; a server without them fails here, at its start.
 */
final class PayaraRecovery {
    private final Object manager;
    private final Method complete;
    private final Method count;

    private PayaraRecovery(Object manager, Method complete, Method count) {
        this.manager = manager;
        this.complete = complete;
        this.count = count;
    }

    /**
     * Recovers what the transaction log and the resources say is undecided, and returns once that ran.
     * The service does so when it is first asked for.
     */
    static PayaraRecovery trigger() {
        try {
            Class<?> service = Class.forName("com.sun.enterprise.transaction.api.ResourceRecoveryManager");
            Class<?> globals = Class.forName("org.glassfish.internal.api.Globals");
            Class<?> transactions = Class.forName("com.sun.jts.CosTransactions.RecoveryManager");
            Object manager = globals.getMethod("get", Class.class).invoke(null, service);
            if (manager == null) {
                throw new IllegalStateException("This server has no service " + service.getName());
            }
            return new PayaraRecovery(
                    manager,
                    service.getMethod("recoverIncompleteTx", boolean.class, String.class),
                    transactions.getMethod("sizeOfInCompleteTx"));
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    /** How many transactions of this server were decided and could not be finished. */
    int incompleteTransactions() {
        try {
            return (Integer) count.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    /**
     * Carries out the decisions that stand. Not {@code recoverXAResources(true)}, which rolls back transactions
     * that were decided to commit.
     */
    void completeTransactions() {
        try {
            complete.invoke(manager, false, null);
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    private static IllegalStateException unexpected(ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return new IllegalStateException("Payara's recovery service failed: " + cause, cause);
    }
}
