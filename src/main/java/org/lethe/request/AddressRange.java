package org.lethe.request;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses with the same first bits, as in {@code 10.0.0.0/8} or {@code ::1}. */
public record AddressRange(InetAddress first, int bits) {

    /** Only literals: a name would be looked up. */
    private static final String LITERAL = "[0-9a-fA-F:.]{2,45}";

    /** Reads {@code 10.0.0.0/8}, or one address; empty when it is neither. */
    public static Optional<AddressRange> of(String text) {
        String[] parts = text.strip().split("/", 2);
        return address(parts[0]).flatMap(first -> {
            int all = first.getAddress().length * Byte.SIZE;
            String bits = parts.length == 1 ? Integer.toString(all) : parts[1];
            return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= all
                    ? Optional.of(new AddressRange(first, Integer.parseInt(bits)))
                    : Optional.empty();
        });
    }

    /** The address that a text tells of, when it is one and no name. */
    static Optional<InetAddress> address(String text) {
        if (!text.matches(LITERAL) || !text.matches(".*[.:].*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether the address is one of them; one of the other family never is. */
    public boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        int all = bytes.length * Byte.SIZE;
        return bytes.length == first.getAddress().length
                && new BigInteger(1, bytes)
                        .shiftRight(all - bits)
                        .equals(new BigInteger(1, first.getAddress()).shiftRight(all - bits));
    }
}
