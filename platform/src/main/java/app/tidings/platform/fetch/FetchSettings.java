package app.tidings.platform.fetch;

import app.tidings.platform.address.Cidr;
import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the safe fetcher.
 *
 * @param connectTimeout longest wait for a name, for a connection, and for its TLS handshake
 * @param firstByteTimeout longest silence of a server, before its answer and within it
 * @param totalTimeout longest time that a fetch may take with all its redirects, waiting for its turn aside
 * @param minRate least bytes a second, on average over a body
 * @param slowAfter how long a body may take before the least rate counts
 * @param maxSize largest body after decompression
 * @param smallBody up to which size bodies are read in any number at a time; larger ones wait for room
 * @param maxRedirects how many redirects are followed
 * @param extraPorts ports of public addresses that are allowed beside 80 and 443
 * @param allowedPrivate blocks of special addresses that may be reached nevertheless, on any port, such as 10.1.0.0/16
 * @param refusedHosts names in any case that are never fetched, such as this installation's own
 * @param userAgent how the fetcher calls itself
 * @param contact page or mail address in the user agent, for those who run the servers; empty for none
 * @param perHost how many fetches of one host run at the same time
 * @param proxies addresses of HTTP proxies that a request may name, such as http://proxy.example:3128; without password
 * @param hostWait longest wait for a turn at a host, and for one to look its name up
 */
@ConfigurationProperties("tidings.fetch")
public record FetchSettings(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration firstByteTimeout,
        @DefaultValue("30s") Duration totalTimeout,
        @DefaultValue("1KB") DataSize minRate,
        @DefaultValue("10s") Duration slowAfter,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("512KB") DataSize smallBody,
        @DefaultValue("5") int maxRedirects,
        @DefaultValue Set<Integer> extraPorts,
        @DefaultValue List<Cidr> allowedPrivate,
        @DefaultValue Set<String> refusedHosts,
        @DefaultValue("Tidings/0.1") String userAgent,
        @DefaultValue("") String contact,
        @DefaultValue("1") int perHost,
        @DefaultValue Set<URI> proxies,
        @DefaultValue("2m") Duration hostWait) {

    private static final int LARGEST_BODY = 256 * 1024 * 1024;

    public FetchSettings {
        extraPorts = Set.copyOf(extraPorts);
        allowedPrivate = List.copyOf(allowedPrivate);
        refusedHosts = refusedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        proxies = proxies.stream().map(FetchSettings::proxy).collect(Collectors.toUnmodifiableSet());
        positive(connectTimeout, "connect-timeout");
        positive(firstByteTimeout, "first-byte-timeout");
        positive(totalTimeout, "total-timeout");
        positive(hostWait, "host-wait");
        require(!slowAfter.isNegative(), "slow-after is negative");
        require(maxSize.toBytes() > 0 && maxSize.toBytes() <= LARGEST_BODY, "max-size is not from 1B to 256MB");
        require(smallBody.toBytes() > 0, "small-body is not positive");
        require(maxRedirects >= 0, "max-redirects is negative");
        require(perHost > 0, "per-host is not positive");
        require(
                (userAgent + contact).chars().allMatch(c -> c >= 0x20 && c < 0x7f),
                "user-agent and contact are not plain ASCII");
    }

    private static URI proxy(URI address) {
        if (HttpUrl.parse(address.toString()) instanceof HttpUrl.Parsed.Good(var url)
                && !url.secure()
                && url.pathAndQuery().equals("/")) {
            return url.withoutFragment().uri();
        }
        throw new IllegalArgumentException(
                "tidings.fetch: proxies holds one that is not like http://proxy.example:3128");
    }

    /** Whether requests may name this proxy, however it is spelled. */
    public boolean allowsProxy(URI address) {
        return HttpUrl.parse(address.toString()) instanceof HttpUrl.Parsed.Good(var url)
                && proxies.contains(url.withoutFragment().uri());
    }

    private static void positive(Duration value, String key) {
        require(value.isPositive(), key + " is not positive");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("tidings.fetch: " + otherwise);
        }
    }
}
