package app.tidings.ingest.websub;

import app.tidings.ingest.source.Sources;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.jobs.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a hub sends is kept before it is answered, so that nothing it was told we have is lost, and taken in afterwards, so
 * that it need not wait (WebSub §7). What is not rightly signed is answered alike and ignored (§7.1.2).
 */
@Component
class KeepContent {

    private static final Logger LOG = LoggerFactory.getLogger(KeepContent.class);

    /** What a document of the store holds at most, less what stands beside the content. */
    private static final long STORABLE = 15 * 1024 * 1024;

    /** So much of one subscription may wait. */
    private static final int MOST_WAITING = 50;

    private final Subscriptions subscriptions;
    private final Contents contents;
    private final Sources sources;
    private final Workers websubContentWorkers;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final int maxBytes;

    /** What came: the very bytes, the charset that was named, and the signature. */
    record Sent(
            Body body, @Nullable String charset, @Nullable String signature) {}

    /** What became of it. */
    enum Result {
        KEPT,
        IGNORED,
        /** The subscription is wanted no more. */
        ENDED,
        TOO_LARGE,
        /** Too much of the same subscription waits already. */
        TOO_MUCH
    }

    KeepContent(
            Subscriptions subscriptions,
            Contents contents,
            Sources sources,
            Workers websubContentWorkers,
            FetchSettings fetching,
            InstantSource clock,
            MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.contents = contents;
        this.sources = sources;
        this.websubContentWorkers = websubContentWorkers;
        this.clock = clock;
        this.meters = meters;
        this.maxBytes = (int) Math.min(STORABLE, fetching.maxSize().toBytes());
    }

    /** Largest content that is kept: as large as one that is fetched; the API's own limit comes before it. */
    int maxBytes() {
        return maxBytes;
    }

    /** Keeps it, or says why not; once more it changes nothing. */
    Result run(Subscription subscription, Sent sent) {
        var now = clock.instant();
        var result = judge(subscription, sent, now);
        if (result == Result.KEPT) {
            contents.keep(subscription.id(), sent.body(), sent.charset());
            subscriptions.contentCame(subscription.id(), now);
            websubContentWorkers.wake();
        }
        meters.counter("tidings.websub.content", "outcome", result.name().toLowerCase(Locale.ROOT))
                .increment();
        return result;
    }

    private Result judge(Subscription subscription, Sent sent, Instant now) {
        var source = sources.find(subscription.sourceId());
        if (subscription.ending() || source.isEmpty()) {
            return Result.ENDED;
        }
        if (sent.body().size() > maxBytes) {
            return Result.TOO_LARGE;
        }
        if (!Signature.isRight(
                sent.signature(), subscription.secret(), sent.body().bytes())) {
            return ignored(subscription, sent.signature() == null ? "unsigned" : "wrongly-signed");
        }
        if (subscription.since() == null || subscription.denied() != null) {
            return ignored(subscription, "not-subscribed");
        }
        var standing = source.get().settings().standing().word(now);
        if (!standing.equals("active")) {
            subscriptions.jobs().open(subscription.id()); // one that is paused or archived is left now
            return ignored(subscription, standing);
        }
        return contents.waiting(subscription.id()) < MOST_WAITING ? Result.KEPT : Result.TOO_MUCH;
    }

    private Result ignored(Subscription subscription, String reason) {
        subscriptions.ignored(subscription.id());
        LOG.atInfo()
                .addKeyValue("source", subscription.sourceId())
                .addKeyValue("reason", reason)
                .log("content of a hub ignored");
        return Result.IGNORED;
    }
}
