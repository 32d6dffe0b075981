package app.tidings.curation.summary.model;

import app.tidings.curation.summary.Summarizer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The operator's model, for each publication and language, and when it may be asked. */
public final class Models {

    private final ModelSettings settings;
    private final ModelClient client;
    private final ModelStore store;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    Models(ModelSettings settings, ModelStore store, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.client = new ModelClient(settings, clock, meters);
        this.store = store;
        this.clock = clock;
        this.meters = meters;
    }

    /** A summarizer whose answers are drafts; it throws {@link NotNow} while it cannot be asked. */
    public Summarizer of(String publication, String language) {
        return new ModelSummarizer(this, publication, language);
    }

    public ModelSettings settings() {
        return settings;
    }

    ModelClient client() {
        return client;
    }

    ModelStore store() {
        return store;
    }

    /** Takes one of the day's calls; tells why there is none to take. */
    Optional<NotNow> mayAsk() {
        var now = clock.instant();
        var quiet = Duration.between(now, quietUntil.get());
        if (quiet.isPositive()) {
            return Optional.of(NotNow.unasked("left-alone", quiet));
        }
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (store.takeOne(today, settings.dailyCalls())) {
            return Optional.empty();
        }
        var tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC);
        return Optional.of(NotNow.unasked("budget", Duration.between(now, tomorrow)));
    }

    /** Nothing asks it before that is over; other replicas hear it for themselves. */
    void leaveAlone(Duration wait) {
        var until = clock.instant().plus(wait);
        quietUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    void fellBack(String reason) {
        meters.counter("tidings.model.fallbacks", "reason", reason).increment();
    }
}
