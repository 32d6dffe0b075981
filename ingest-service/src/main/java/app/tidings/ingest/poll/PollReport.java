package app.tidings.ingest.poll;

import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts each poll; logs what brought something, and the first failure of a row of them. */
record PollReport(MeterRegistry meters) {

    private static final Logger LOG = LoggerFactory.getLogger(PollReport.class);

    void tell(Source source, PollState state) {
        switch (state.outcome()) {
            case Outcome.Polled polled -> {
                count("polled");
                LOG.atInfo()
                        .addKeyValue("source", source.id())
                        .addKeyValue("found", polled.counts().found())
                        .addKeyValue("seenAgain", polled.counts().seenAgain())
                        .addKeyValue("note", polled.note())
                        .log("source polled");
            }
            case Outcome.Failed failed -> {
                count("failed");
                if (state.failures() == 1) {
                    LOG.atWarn()
                            .addKeyValue("source", source.id())
                            .addKeyValue("reason", failed.reason())
                            .addKeyValue("detail", failed.detail())
                            .log("source fails");
                }
            }
            case Outcome.Unchanged _ -> count("unchanged");
            case null -> throw new IllegalStateException("a poll has an outcome");
        }
    }

    private void count(String outcome) {
        meters.counter("tidings.polls", "outcome", outcome).increment();
    }
}
