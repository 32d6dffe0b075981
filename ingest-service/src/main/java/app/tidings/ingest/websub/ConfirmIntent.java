package app.tidings.ingest.websub;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.SourcesChanged;
import app.tidings.platform.jobs.Workers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A hub asks whether it was we who asked (WebSub §5.3), or says that it denies (§5.2). */
@Component
class ConfirmIntent {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmIntent.class);

    /** A lease that is longer is renewed as if it were as long as this. */
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);

    private static final int MAX_REASON = 200;

    private final Subscriptions subscriptions;
    private final Sources sources;
    private final Workers websubWorkers;
    private final ApplicationEventPublisher replica;
    private final IngestSettings settings;
    private final InstantSource clock;

    ConfirmIntent(
            Subscriptions subscriptions,
            Sources sources,
            Workers websubWorkers,
            ApplicationEventPublisher replica,
            IngestSettings settings,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.websubWorkers = websubWorkers;
        this.replica = replica;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Judges what a hub asks, and keeps what it says.
     *
     * @param asked the parameters by their names without {@code hub.}
     * @return whether that is what we asked for; asked twice, it is so twice
     */
    boolean run(Subscription subscription, Map<String, String> asked) {
        if (!subscription.hub().topic().equals(asked.get("topic"))) {
            return false;
        }
        var confirmed = switch (asked.getOrDefault("mode", "")) {
            case "subscribe" -> subscribed(subscription, asked.get("lease_seconds"));
            case "unsubscribe" -> unsubscribed(subscription);
            case "denied" -> denied(subscription, asked.get("reason"));
            default -> false;
        };
        if (confirmed) {
            websubWorkers.wake();
            LOG.atInfo()
                    .addKeyValue("source", subscription.sourceId())
                    .addKeyValue("hub", subscription.hub().address().getHost())
                    .addKeyValue("mode", asked.get("mode"))
                    .log("hub asked back");
        }
        return confirmed;
    }

    private boolean subscribed(Subscription subscription, @Nullable String leaseSeconds) {
        if (subscription.ending() || subscription.asked().isEmpty()) {
            return false;
        }
        var now = clock.instant();
        subscriptions.verified(subscription, now, now.plus(lease(leaseSeconds)));
        return true;
    }

    /** The hub must say how long; where it does not, it is taken at our word. */
    private Duration lease(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[1-9]\\d{0,11}")) {
            return settings.websub().lease();
        }
        var granted = Duration.ofSeconds(Long.parseLong(seconds));
        return granted.compareTo(LONGEST_LEASE) < 0 ? granted : LONGEST_LEASE;
    }

    private boolean unsubscribed(Subscription subscription) {
        if (!subscription.ending()) {
            return false;
        }
        subscriptions.ended(subscription.id());
        return true;
    }

    /** May come at any time, even long after the hub agreed. What was relied on the hub is polled at once. */
    private boolean denied(Subscription subscription, @Nullable String reason) {
        var now = clock.instant();
        var said = Source.plain(reason, MAX_REASON);
        subscriptions.denied(
                subscription.id(), new Subscription.Denial(now, said.isEmpty() ? "the hub gives no reason" : said));
        if (subscription.isLive(now) && !subscription.ending()) {
            sources.askForPoll(subscription.sourceId(), now)
                    .ifPresent(source -> replica.publishEvent(SourcesChanged.of(source)));
        }
        return true;
    }
}
