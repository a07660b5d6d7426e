package org.lethe.recovery;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of Payara's transaction service, which have no interface at all: read by reflection, never changed. The
 * names are those of Payara 6.2025.10 (tag {@code payara-server-6.2025.10}, package {@code com.sun.jts.CosTransactions});
 * a server without them fails here, at its start.
 *
 * <ul>
 *   <li>{@code RecoveryManager.coordsByGlobalTID}: a transaction is in it from its beginning, before it has a branch (the
 *       constructor of {@code TopCoordinator}), until its end, whatever that is ({@code CoordinatorTerm.commit}, {@code
 *       TopCoordinator.afterCompletion}, {@code RecoveryManager.removeCoordinator}).
 *   <li>{@code RecoveryManager.inCompleteTxMap}: a transaction is added to it when it was decided, and a branch answered
 *       with an error or not at all ({@code RegisteredResources.distributeCommit}, {@code addToIncompleTx}): before it
 *       leaves the first table. Nothing takes it out again. With {@code retry-timeout-in-seconds=0} that is at the first
 *       error; with more it stays in the first table until its retries are used up.
 *   <li>{@code TransactionState.generateTID}: a global id is a number, the time at which this process made its first id
 *       (the lower 32 bits of its milliseconds), and the node's name; the latter two stand in {@code TIDTemplate}.
 * </ul>
 */
final class PayaraTransactions {
    private static final String PACKAGE = "com.sun.jts.CosTransactions.";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final int NUMBER_BYTES = 4;

    private final Field template;
    private final Map<?, ?> live;
    private final Map<?, ?> incomplete;
    private final Method globalId;
    private final Field bytes;

    private PayaraTransactions() throws ReflectiveOperationException {
        template = field("TransactionState", "TIDTemplate");
        live = (Map<?, ?>) field("RecoveryManager", "coordsByGlobalTID").get(null);
        incomplete = (Map<?, ?>) field("RecoveryManager", "inCompleteTxMap").get(null);
        globalId = Class.forName(PACKAGE + "CoordinatorImpl").getMethod("getGlobalTID");
        globalId.setAccessible(true);
        bytes = globalId.getReturnType().getField("tid");
    }

    static PayaraTransactions find() {
        try {
            return new PayaraTransactions();
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    /**
     * Reads the living first and the incomplete after them: so one that ends in between is seen as incomplete when it is.
     */
    OwnTransactions now() {
        try {
            Set<String> living = new HashSet<>();
            for (Map.Entry<?, ?> transaction : copy(live)) {
                living.add(transaction.getKey().toString()); // GlobalTID: hexadecimal, in capital letters
            }
            Map<String, Boolean> decided = new HashMap<>();
            for (Map.Entry<?, ?> transaction : copy(incomplete)) {
                decided.put(HEX.formatHex((byte[]) bytes.get(globalId.invoke(transaction.getKey()))), (Boolean)
                        transaction.getValue());
            }
            return new OwnTransactions(life(), living, decided);
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    private String life() throws ReflectiveOperationException {
        byte[] value = (byte[]) template.get(null);
        return value == null ? "" : HEX.formatHex(value, NUMBER_BYTES, value.length);
    }

    /** Without looking anything up: that would take the lock of a coordinator while the table's is held. */
    private static List<Map.Entry<?, ?>> copy(Map<?, ?> table) {
        synchronized (table) { // a Hashtable
            return new ArrayList<>(table.entrySet());
        }
    }

    private static Field field(String type, String name) throws ReflectiveOperationException {
        Field field = Class.forName(PACKAGE + type).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static IllegalStateException unexpected(ReflectiveOperationException e) {
        return new IllegalStateException(
                "Payara's transaction service is not as it was when this was written: " + e, e);
    }
}
