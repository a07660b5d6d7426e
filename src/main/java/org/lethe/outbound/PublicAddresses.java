package org.lethe.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.lethe.request.AddressRange;

/**
 * Which addresses stand on the public internet. What is not known to be public is not: of IPv6 only what is handed out as
 * global unicast, without those parts that stand for others. Source: the IANA special-purpose address registries (RFC 6890).
 */
final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind carriers' translation
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and what clouds tell their machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: stands for an IPv4 address
            "3fff::/20"); // documentation

    private static final AddressRange GLOBAL_UNICAST = range("2000::/3");

    /** Translated to the IPv4 address in the last four bytes (RFC 6052). */
    private static final AddressRange NAT64 = range("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether this one does. */
    static boolean has(InetAddress address) {
        if (NAT64.has(address)) {
            return has(translated(address.getAddress()));
        }
        boolean mayBe = address instanceof Inet4Address || GLOBAL_UNICAST.has(address);
        return mayBe && NOT_PUBLIC.stream().noneMatch(range -> range.has(address));
    }

    private static InetAddress translated(byte[] nat64) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(nat64, 12, 16));
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(PublicAddresses::range).toList();
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow();
    }
}
