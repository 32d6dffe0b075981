package app.tidings.platform.limit;

import app.tidings.platform.address.Cidr;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who calls: the address that a connection comes from, or the one that a trusted proxy names. */
public final class ClientAddress {

    private static final int IPV4_BYTES = 4;

    private final List<Cidr> trustedProxies;

    /**
     * The caller's own address and its network, for budgets alone.
     *
     * @param own an IPv4 address, or an IPv6 /64
     * @param net an IPv4 /24, or an IPv6 /48
     */
    public record Caller(String own, String net) {}

    /** Believes proxies of these networks (CIDR). */
    public ClientAddress(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(Cidr::of).toList();
    }

    /** Who sent a request; {@code X-Forwarded-For} is believed from the right as far as trusted proxies wrote it. */
    public Caller of(Origin origin) {
        var address = InetAddress.ofLiteral(origin.remote());
        var hops = origin.forwardedFor() == null
                ? List.<String>of()
                : Arrays.asList(origin.forwardedFor().split(","));
        for (var i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
            var before = literal(hops.get(i).strip());
            if (before == null) {
                break;
            }
            address = before;
        }
        return caller(address);
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null; // a proxy that writes nonsense is the last that is believed
        }
    }

    private static Caller caller(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? new Caller(prefix(bytes, 4), prefix(bytes, 3))
                : new Caller(prefix(bytes, 8), prefix(bytes, 6));
    }

    private static String prefix(byte[] bytes, int length) {
        return Arrays.toString(Arrays.copyOf(bytes, length)).replace(" ", "") + "/" + length * 8;
    }
}
