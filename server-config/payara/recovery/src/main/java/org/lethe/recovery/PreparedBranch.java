package org.lethe.recovery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.transaction.xa.Xid;

/**
 * What a resource holds prepared of one transaction. Immutable; equal by its content.
 *
 * @param globalId of the transaction, in hexadecimal
 * @param qualifier of the branch; Payara writes the node's name at its beginning
 */
record PreparedBranch(int formatId, String globalId, String qualifier) implements Xid {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static PreparedBranch of(Xid xid) {
        return of(xid.getFormatId(), xid.getGlobalTransactionId(), xid.getBranchQualifier());
    }

    private static PreparedBranch of(int formatId, byte[] globalId, byte[] qualifier) {
        return new PreparedBranch(
                formatId, HEX.formatHex(globalId), new String(qualifier, StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads the driver's notation, as {@code org.postgresql.xa.RecoveredXid} writes it: format id, global id and branch
     * qualifier, the latter two in Base64.
     *
     * @return empty when it is not in this notation, or not exactly: prepared by someone else's program
     */
    static Optional<PreparedBranch> ofGid(String gid) {
        String[] parts = gid.split("_", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            PreparedBranch branch = of(
                    Integer.parseInt(parts[0]),
                    Base64.getDecoder().decode(parts[1]),
                    Base64.getDecoder().decode(parts[2]));
            return Optional.of(branch).filter(read -> read.gid().equals(gid));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In the driver's notation, which holds nothing that would have to be quoted in SQL. */
    String gid() {
        Base64.Encoder base64 = Base64.getEncoder();
        return formatId + "_" + base64.encodeToString(getGlobalTransactionId()) + '_'
                + base64.encodeToString(getBranchQualifier());
    }

    boolean isOf(String node) {
        return qualifier.startsWith(node);
    }

    @Override
    public int getFormatId() {
        return formatId;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return HEX.parseHex(globalId);
    }

    @Override
    public byte[] getBranchQualifier() {
        return qualifier.getBytes(StandardCharsets.ISO_8859_1);
    }
}
