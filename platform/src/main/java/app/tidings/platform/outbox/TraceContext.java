package app.tidings.platform.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * The trace that a write belongs to, kept with its events, so that sending them later goes on in the same trace. Without a
 * tracer nothing is kept.
 */
final class TraceContext {

    static final String FIELD = "trace";

    private final Tracer tracer;
    private final Propagator propagator;

    TraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** What a record's headers would say of the current trace; empty where there is none. */
    Map<String, String> current() {
        var fields = new HashMap<String, String>();
        var context = tracer.currentTraceContext().context();
        if (context != null) {
            propagator.inject(context, fields, (_, name, value) -> fields.put(name, value));
        }
        return fields;
    }

    /** Runs the sending of an entry in the trace that its write belonged to. */
    void resume(Document entry, Runnable sending) {
        var fields = entry.get(FIELD, new Document());
        var span = propagator
                .extract(fields, (_, name) -> fields.getString(name))
                .name("send " + entry.getString("type"))
                .start();
        try (var _ = tracer.withSpan(span)) {
            sending.run();
        } finally {
            span.end();
        }
    }
}
