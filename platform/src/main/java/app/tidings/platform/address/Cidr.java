package app.tidings.platform.address;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of IP addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param network the block's first address
 * @param prefix how many leading bits all its addresses share
 */
public record Cidr(InetAddress network, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > network.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix of %d bits does not fit the address".formatted(prefix));
        }
        if (!Arrays.equals(masked(network, prefix), network.getAddress())) {
            throw new IllegalArgumentException("the address has bits beyond its prefix of " + prefix);
        }
    }

    /** Reads {@code address/prefix}; a bare address is a block of one. */
    public static Cidr of(String text) {
        var slash = text.indexOf('/');
        try {
            var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            return new Cidr(
                    network, slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a block of addresses like 10.0.0.0/8: " + text, e);
        }
    }

    /** Whether the address lies in the block; one of the other family never does. */
    public boolean contains(InetAddress address) {
        return Arrays.equals(masked(address, prefix), network.getAddress());
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }

    private static byte[] masked(InetAddress address, int prefix) {
        var bytes = address.getAddress();
        for (var i = 0; i < bytes.length; i++) {
            var kept = Math.clamp(prefix - i * 8L, 0, 8);
            bytes[i] &= (byte) (0xff00 >> kept);
        }
        return bytes;
    }
}
