package app.tidings.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ingest service works.
 *
 * @param interval between two polls of a source that names none and whose rhythm is not known yet
 * @param maxLinkAge what a source showed longer than this before it was added is never a candidate
 * @param publicUrl where the world reaches this service: scheme and host, no path; null, or empty, for nowhere, and then
 *     nothing is pushed to it; neither to {@code localhost}
 * @param poll how sources are polled
 * @param untaken what happens to links that curation has not taken
 * @param websub how hubs are asked to push what is new
 */
@ConfigurationProperties("tidings.ingest")
public record IngestSettings(
        @DefaultValue("30m") Duration interval,
        @DefaultValue("30d") Duration maxLinkAge,
        @Nullable URI publicUrl,
        @DefaultValue Poll poll,
        @DefaultValue Untaken untaken,
        @DefaultValue Websub websub) {

    public IngestSettings {
        positive(interval, "interval");
        positive(maxLinkAge, "max-link-age");
        publicUrl = publicUrl == null || publicUrl.toString().isBlank() ? null : publicUrl;
        require(
                publicUrl == null || isOrigin(publicUrl),
                "public-url is not http:// or https:// and a host without a path");
    }

    /** Where hubs can push to: the public address, unless that is a name that each machine takes for itself (RFC 6761, 6.3). */
    public @Nullable URI pushUrl() {
        var host = publicUrl == null ? null : publicUrl.getHost().toLowerCase(Locale.ROOT);
        return host == null || host.equals("localhost") || host.endsWith(".localhost") ? null : publicUrl;
    }

    private static boolean isOrigin(URI address) {
        return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && List.of("", "/").contains(address.getPath())
                && address.getQuery() == null
                && address.getFragment() == null;
    }

    /**
     * How sources are polled.
     *
     * @param inFlight polls at a time in this replica
     * @param large polls at a time that may hold a large body ({@code tidings.fetch.small-body}), read and taken apart
     * @param perHost polls of one host at a time
     * @param hostGap pause between two polls of one host
     * @param lease how long a replica holds a bucket of sources without renewing; a killed replica's sources wait so long
     * @param beat how often leases are renewed and changed sources looked for; at most a third of the lease
     * @param flush how often results are written
     * @param longestWait longest pause before a failing source is tried again, and most that a server's Retry-After counts
     * @param shortestInterval shortest pause between two polls of a source that names none, however busy it is
     * @param longestInterval longest such pause, however silent the source; also the most that what a feed or a cache says
     *     of its freshness counts
     * @param alarmAfter how long a source fails before it is told
     */
    public record Poll(
            @DefaultValue("64") int inFlight,
            @DefaultValue("2") int large,
            @DefaultValue("1") int perHost,
            @DefaultValue("1s") Duration hostGap,
            @DefaultValue("1m") Duration lease,
            @DefaultValue("10s") Duration beat,
            @DefaultValue("2s") Duration flush,
            @DefaultValue("24h") Duration longestWait,
            @DefaultValue("15m") Duration shortestInterval,
            @DefaultValue("12h") Duration longestInterval,
            @DefaultValue("24h") Duration alarmAfter) {

        public Poll {
            require(inFlight > 0, "poll.in-flight is not positive");
            require(large > 0, "poll.large is not positive");
            require(perHost > 0, "poll.per-host is not positive");
            require(!hostGap.isNegative(), "poll.host-gap is negative");
            positive(beat, "poll.beat");
            positive(flush, "poll.flush");
            positive(longestWait, "poll.longest-wait");
            positive(shortestInterval, "poll.shortest-interval");
            positive(alarmAfter, "poll.alarm-after");
            require(
                    shortestInterval.compareTo(longestInterval) <= 0,
                    "poll.shortest-interval is more than poll.longest-interval");
            require(beat.multipliedBy(3).compareTo(lease) <= 0, "poll.beat is more than a third of poll.lease");
        }
    }

    /**
     * What happens to links that curation has not taken.
     *
     * @param firstWait when a link is sent again for the first time; each wait after it is twice as long
     * @param longestWait longest wait between two such tries
     * @param sweep how often such links are looked for
     */
    public record Untaken(
            @DefaultValue("10m") Duration firstWait,
            @DefaultValue("24h") Duration longestWait,
            @DefaultValue("1m") Duration sweep) {

        public Untaken {
            positive(firstWait, "untaken.first-wait");
            positive(longestWait, "untaken.longest-wait");
            positive(sweep, "untaken.sweep");
        }
    }

    /**
     * How hubs are asked to push what is new (WebSub).
     *
     * @param lease for how long a subscription is asked for; the hub decides
     * @param poll between two polls of a source whose hub pushes
     * @param retry pause before a hub is asked again that refused, or did not ask us back; each pause after it is twice as
     *     long, up to a day
     * @param attempts how often hubs are asked for one source in 24 hours at most
     */
    public record Websub(
            @DefaultValue("10d") Duration lease,
            @DefaultValue("24h") Duration poll,
            @DefaultValue("5m") Duration retry,
            @DefaultValue("24") int attempts) {

        public Websub {
            positive(lease, "websub.lease");
            positive(poll, "websub.poll");
            positive(retry, "websub.retry");
            require(attempts > 0, "websub.attempts is not positive");
        }
    }

    private static void positive(Duration value, String key) {
        require(value.isPositive(), key + " is not positive");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("tidings.ingest: " + otherwise);
        }
    }
}
