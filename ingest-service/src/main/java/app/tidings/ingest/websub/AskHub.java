package app.tidings.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.Standing;
import app.tidings.ingest.websub.Subscription.Failure;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.jobs.Jobs.Job;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is to be done about a subscription when its time comes: the hub is asked for it, for a longer lease, or to end it
 * (WebSub §5.1). One replica does it, since one alone gets the job.
 */
@Component
class AskHub {

    private static final Logger LOG = LoggerFactory.getLogger(AskHub.class);
    private static final Duration WITHOUT_ADDRESS = Duration.ofHours(1);

    /** What a hub answers is looked at by nobody. */
    private static final long MAX_ANSWER = 64 * 1024;

    private static final Failure NOT_ASKED_BACK = new Failure(
            "not-verified", "the hub took our request, but never asked us back: it may not reach our public address");

    private final Subscriptions subscriptions;
    private final Sources sources;
    private final SafeFetcher fetcher;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final MeterRegistry meters;

    AskHub(
            Subscriptions subscriptions,
            Sources sources,
            SafeFetcher fetcher,
            IngestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** Does what is due; returns how long to wait until something may be due again, empty for never. */
    Optional<Duration> run(Job job) {
        var now = clock.instant();
        var own = settings.pushUrl();
        if (own == null) {
            return Optional.of(WITHOUT_ADDRESS);
        }
        return subscriptions.find(job.id()).flatMap(standing -> {
            if (!standing.ending() && !isWanted(standing)) {
                subscriptions.want(standing.id(), false); // its job is open anew
                return Optional.of(Duration.ZERO);
            }
            return standing.ending() && !standing.isLive(now)
                    ? forget(standing, now)
                    : Optional.of(askWhenDue(standing, own, now));
        });
    }

    /** What is polled no more is not to be pushed either; a snooze ends by itself. */
    private boolean isWanted(Subscription subscription) {
        return sources.find(subscription.sourceId())
                .map(source -> source.settings().standing())
                .filter(standing -> standing instanceof Standing.Active || standing instanceof Standing.Snoozed)
                .isPresent();
    }

    /** It counts for the cap on attempts for a day. */
    private Optional<Duration> forget(Subscription subscription, Instant now) {
        var last = subscription.asked().isEmpty()
                ? Instant.MIN
                : subscription.asked().getLast();
        if (last.isBefore(now.minus(Subscription.A_DAY))) {
            subscriptions.removeIfEnding(subscription.id());
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, last.plus(Subscription.A_DAY)).plusSeconds(1));
    }

    private Duration askWhenDue(Subscription subscription, URI own, Instant now) {
        var due = subscription.dueAt(settings.websub());
        var free = freeAt(subscription.sourceId(), now);
        var next = due.isAfter(free) ? due : free;
        if (next.isAfter(now)) {
            return Duration.between(now, next);
        }
        ask(subscription, own, now);
        return subscriptions.find(subscription.id()).orElse(subscription).pause(settings.websub());
    }

    /** When the source may ask again: so many attempts fall into any day, at whatever hubs. */
    private Instant freeAt(String sourceId, Instant now) {
        var lately = subscriptions.ofSource(sourceId).stream()
                .flatMap(each -> each.asked().stream())
                .filter(asked -> asked.isAfter(now.minus(Subscription.A_DAY)))
                .sorted()
                .toList();
        var most = settings.websub().attempts();
        return lately.size() < most
                ? Instant.MIN
                : lately.get(lately.size() - most).plus(Subscription.A_DAY);
    }

    private void ask(Subscription subscription, URI own, Instant now) {
        if (subscription.attempts() > 0 && subscription.failure() == null) {
            subscriptions.failed(subscription.id(), NOT_ASKED_BACK);
        }
        // before the hub hears of it, for it may ask back before it answers
        subscriptions.asking(subscription.id(), now, settings.websub().attempts());
        var request = FetchRequest.post(
                        subscription.hub().address(), "application/x-www-form-urlencoded", form(subscription, own))
                .maxBytes(MAX_ANSWER);
        var failure = failure(fetcher.fetch(request));
        if (failure != null) {
            subscriptions.failed(subscription.id(), failure);
        }
        tell(subscription, failure);
    }

    private byte[] form(Subscription subscription, URI own) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "hub.callback", own.resolve("/websub/" + subscription.token()).toString());
        fields.put("hub.mode", subscription.ending() ? "unsubscribe" : "subscribe");
        fields.put("hub.topic", subscription.hub().topic());
        if (!subscription.ending()) {
            fields.put(
                    "hub.lease_seconds",
                    String.valueOf(settings.websub().lease().toSeconds()));
            fields.put("hub.secret", subscription.secret());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    /** The hub should say 202; some of old say 204. */
    private static @Nullable Failure failure(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Failed failed -> new Failure(failed.word(), "the hub: " + failed.detail());
            case Fetched.Answer answer when answer.isOk() -> null;
            case Fetched.Answer answer ->
                new Failure(answer.word(), "the hub refuses with status %d".formatted(answer.status()));
        };
    }

    private void tell(Subscription subscription, @Nullable Failure failure) {
        var mode = subscription.ending() ? "unsubscribe" : "subscribe";
        var outcome = failure == null ? "accepted" : "failed";
        meters.counter("tidings.websub.asked", "mode", mode, "outcome", outcome).increment();
        LOG.atInfo()
                .addKeyValue("source", subscription.sourceId())
                .addKeyValue("hub", subscription.hub().address().getHost())
                .addKeyValue("mode", mode)
                .addKeyValue("outcome", failure == null ? outcome : failure.reason())
                .log("hub asked");
    }
}
