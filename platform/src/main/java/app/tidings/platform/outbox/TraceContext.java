package app.tidings.platform.outbox;

import io.micrometer.tracing.Tracer;
import java.util.Optional;

/** The trace that a write belongs to, as W3C Trace Context's {@code traceparent}, so that its events carry it on. */
final class TraceContext {

    private final Optional<Tracer> tracer;

    TraceContext(Optional<Tracer> tracer) {
        this.tracer = tracer;
    }

    Optional<String> current() {
        return tracer.map(Tracer::currentTraceContext)
                .flatMap(current -> Optional.ofNullable(current.context()))
                .map(context -> "00-%s-%s-%s"
                        .formatted(
                                context.traceId(),
                                context.spanId(),
                                Boolean.TRUE.equals(context.sampled()) ? "01" : "00"));
    }
}
