package app.tidings.platform.address;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an outbound request may go. Judges addresses: a name is whatever its owner says today.
 *
 * @param allowedPrivate blocks of special addresses that may be reached nevertheless, on any port
 * @param extraPorts ports of public addresses beside 80 and 443
 * @param refusedHosts names in lower case that are never asked
 */
public record AddressRules(List<Cidr> allowedPrivate, Set<Integer> extraPorts, Set<String> refusedHosts) {

    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    /**
     * Why the target must not be asked; empty if it may. One address that is refused refuses the target, however many others
     * its name has.
     */
    public Optional<String> objection(HttpUrl target, List<InetAddress> addresses) {
        if (refusedHosts.contains(target.host().name())) {
            return Optional.of("the host is one that is never fetched");
        }
        return addresses.stream()
                .flatMap(address -> objection(address, target.port()).stream())
                .findFirst();
    }

    private Optional<String> objection(InetAddress address, int port) {
        if (allowedPrivate.stream().anyMatch(block -> block.contains(address))) {
            return Optional.empty();
        }
        var use = SpecialAddresses.use(address);
        if (use.isPresent()) {
            return use.map("the host leads to an address that is not public: %s"::formatted);
        }
        return WEB_PORTS.contains(port) || extraPorts.contains(port)
                ? Optional.empty()
                : Optional.of("port %d is not allowed".formatted(port));
    }
}
