package app.tidings.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialAddressesTest {

    /** The registries of IANA for IPv4 and IPv6, multicast, and the forms that wrap IPv4; written down apart from the code. */
    static Stream<String> registeredBlocks() {
        return Stream.of(
                "0.0.0.0/8",
                "0.0.0.0/32",
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.0.0.0/24",
                "192.0.0.0/29",
                "192.0.0.8/32",
                "192.0.0.9/32",
                "192.0.0.10/32",
                "192.0.0.170/32",
                "192.0.0.171/32",
                "192.0.2.0/24",
                "192.31.196.0/24",
                "192.52.193.0/24",
                "192.88.99.0/24",
                "192.168.0.0/16",
                "192.175.48.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "224.0.0.0/4",
                "240.0.0.0/4",
                "255.255.255.255/32",
                "::1/128",
                "::/128",
                "::/96",
                "::ffff:0:0:0/96",
                "64:ff9b::/96",
                "64:ff9b:1::/48",
                "100::/64",
                "100:0:0:1::/64",
                "2001::/23",
                "2001::/32",
                "2001:1::1/128",
                "2001:1::2/128",
                "2001:1::3/128",
                "2001:2::/48",
                "2001:3::/32",
                "2001:4:112::/48",
                "2001:10::/28",
                "2001:20::/28",
                "2001:30::/28",
                "2001:db8::/32",
                "2002::/16",
                "2620:4f:8000::/48",
                "3fff::/20",
                "5f00::/16",
                "fc00::/7",
                "fe80::/10",
                "fec0::/10",
                "ff00::/8");
    }

    @ParameterizedTest
    @MethodSource("registeredBlocks")
    void knowsEveryAddressOfARegisteredBlock(String text) throws UnknownHostException {
        var block = Cidr.of(text);
        var bits = block.network().getAddress().length * 8 - block.prefix();
        var first = new BigInteger(1, block.network().getAddress());
        var size = BigInteger.TWO.pow(bits);
        var random = new Random(bits);

        for (var offset : List.of(BigInteger.ZERO, size.shiftRight(1), size.subtract(BigInteger.ONE))) {
            assertThat(SpecialAddresses.use(address(block, first.add(offset)))).isPresent();
        }
        for (var i = 0; i < 1_000; i++) {
            assertThat(SpecialAddresses.use(address(block, first.add(new BigInteger(bits, random)))))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2001:200::",
                "2001:db7:ffff::1",
                "2001:db9::",
                "2003::",
                "2606:2800:220:1::1",
                "3ffe:ffff::1",
                "3fff:1000::",
            })
    void letsThePublicNeighboursBe(String address) {
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void takesAWrappedAddressForTheOneInside() {
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral("::ffff:10.0.0.1")))
                .hasValue("private use (10.0.0.0/8)");
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral("::ffff:93.184.216.34")))
                .isEmpty();
    }

    @Test
    void takesAnIsatapAddressForTheOneInside() {
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral("2a00:1:2:3:0:5efe:10.0.0.1")))
                .hasValue("ISATAP, private use (10.0.0.0/8)");
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral("2a00:1:2:3:200:5efe:127.0.0.1")))
                .isPresent();
        assertThat(SpecialAddresses.use(InetAddress.ofLiteral("2a00:1:2:3:0:5efe:93.184.216.34")))
                .isEmpty();
    }

    /** Every way in which IPv6 wraps an IPv4 address that is special, for random ones of every special block. */
    @Test
    void refusesWhatWrapsASpecialAddressInWhateverForm() throws UnknownHostException {
        var random = new Random(4);
        for (var block : registeredBlocks().filter(text -> text.contains(".")).toList()) {
            for (var i = 0; i < 200; i++) {
                var range = Cidr.of(block);
                var bits = 32 - range.prefix();
                var first = new BigInteger(1, range.network().getAddress());
                var inside = address(range, first.add(new BigInteger(bits, random)));
                assertThat(wrappings(inside))
                        .allSatisfy(text -> assertThat(SpecialAddresses.use(InetAddress.ofLiteral(text)))
                                .as(text)
                                .isPresent());
            }
        }
    }

    private static List<String> wrappings(InetAddress inside) {
        var dotted = inside.getHostAddress();
        var bytes = inside.getAddress();
        var hex = "%02x%02x:%02x%02x".formatted(bytes[0], bytes[1], bytes[2], bytes[3]);
        var inverted =
                "%02x%02x:%02x%02x".formatted(~bytes[0] & 0xff, ~bytes[1] & 0xff, ~bytes[2] & 0xff, ~bytes[3] & 0xff);
        return List.of(
                "::ffff:" + dotted,
                "::" + dotted,
                "::ffff:0:" + dotted,
                "64:ff9b::" + dotted,
                "64:ff9b:1::" + dotted,
                "2002:" + hex + "::1",
                "2001:0:" + hex + "::1",
                "2001:0:4136:e378:8000:63bf:" + inverted,
                "2a00:1:2:3:0:5efe:" + dotted);
    }

    @Test
    void knowsAllThatIsNotGlobalUnicast() throws UnknownHostException {
        var random = new Random(3);
        for (var i = 0; i < 10_000; i++) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            if ((bytes[0] & 0xe0) != 0x20) {
                assertThat(SpecialAddresses.use(InetAddress.getByAddress(bytes)))
                        .isPresent();
            }
        }
    }

    private static InetAddress address(Cidr block, BigInteger value) throws UnknownHostException {
        var bytes = new byte[block.network().getAddress().length];
        var digits = value.toByteArray();
        for (var i = 0; i < Math.min(bytes.length, digits.length); i++) {
            bytes[bytes.length - 1 - i] = digits[digits.length - 1 - i];
        }
        return InetAddress.getByAddress(bytes);
    }
}
