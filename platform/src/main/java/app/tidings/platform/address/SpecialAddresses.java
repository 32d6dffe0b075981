package app.tidings.platform.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that are not on the public internet, or lead somewhere else than they say: the special-purpose registries of
 * IANA for IPv4 and IPv6, multicast, and every form in which IPv6 wraps an IPv4 address. In IPv6 only global unicast
 * ({@code 2000::/3}) is public at all, so a block that is given out later is refused until someone looks at it.
 */
public final class SpecialAddresses {

    private record Block(Cidr range, String use) {}

    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    private static final List<Block> BLOCKS = List.of(
            block("0.0.0.0/8", "this network"),
            block("10.0.0.0/8", "private use"),
            block("100.64.0.0/10", "shared by carriers"),
            block("127.0.0.0/8", "loopback"),
            block("169.254.0.0/16", "link local"),
            block("172.16.0.0/12", "private use"),
            block("192.0.0.0/24", "protocol assignments"),
            block("192.0.2.0/24", "documentation"),
            block("192.31.196.0/24", "AS112"),
            block("192.52.193.0/24", "AMT"),
            block("192.88.99.0/24", "6to4 relay"),
            block("192.168.0.0/16", "private use"),
            block("192.175.48.0/24", "AS112"),
            block("198.18.0.0/15", "benchmarking"),
            block("198.51.100.0/24", "documentation"),
            block("203.0.113.0/24", "documentation"),
            block("224.0.0.0/4", "multicast"),
            block("240.0.0.0/4", "reserved, broadcast"),
            block("::1/128", "loopback"),
            block("::/96", "unspecified, IPv4-compatible"),
            block("64:ff9b::/96", "NAT64"),
            block("64:ff9b:1::/48", "local NAT64"),
            block("100::/64", "discard"),
            block("100:0:0:1::/64", "dummy prefix"),
            block("2001::/32", "Teredo"),
            block("2001::/23", "protocol assignments"),
            block("2001:db8::/32", "documentation"),
            block("2002::/16", "6to4"),
            block("2620:4f:8000::/48", "AS112"),
            block("3fff::/20", "documentation"),
            block("5f00::/16", "segment routing"),
            block("fc00::/7", "unique local"),
            block("fe80::/10", "link local"),
            block("fec0::/10", "site local"),
            block("ff00::/8", "multicast"));

    private SpecialAddresses() {}

    /** What the address is set aside for, with its block; empty if it is an ordinary public one. */
    public static Optional<String> use(InetAddress address) {
        for (var block : BLOCKS) {
            if (block.range().contains(address)) {
                return Optional.of("%s (%s)".formatted(block.use(), block.range()));
            }
        }
        return address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)
                ? Optional.of("not global unicast")
                : wrapped(address);
    }

    /** ISATAP (RFC 5214 §6.1) has an IPv4 address in its last four bytes, to which a router of that network may send it. */
    private static Optional<String> wrapped(InetAddress address) {
        var bytes = address.getAddress();
        var isIsatap = bytes.length == 16
                && (bytes[8] & 0xfd) == 0
                && bytes[9] == 0
                && (bytes[10] & 0xff) == 0x5e
                && (bytes[11] & 0xff) == 0xfe;
        if (!isIsatap) {
            return Optional.empty();
        }
        var inside = "%d.%d.%d.%d".formatted(bytes[12] & 0xff, bytes[13] & 0xff, bytes[14] & 0xff, bytes[15] & 0xff);
        return use(InetAddress.ofLiteral(inside)).map(use -> "ISATAP, " + use);
    }

    private static Block block(String range, String use) {
        return new Block(Cidr.of(range), use);
    }
}
