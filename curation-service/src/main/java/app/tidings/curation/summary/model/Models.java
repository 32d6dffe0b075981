package app.tidings.curation.summary.model;

import app.tidings.curation.summary.Summarizer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** The operator's model, for each publication and language. */
public final class Models {

    private final ModelSettings settings;
    private final ModelClient client;
    private final ModelStore store;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Models(ModelSettings settings, ModelStore store, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.client = new ModelClient(settings, meters);
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

    InstantSource clock() {
        return clock;
    }

    MeterRegistry meters() {
        return meters;
    }
}
