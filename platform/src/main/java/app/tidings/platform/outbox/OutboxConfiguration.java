package app.tidings.platform.outbox;

import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox and its relay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {

    private static final String PRODUCER = "spring.cloud.stream.kafka.binder.producer-properties.";

    @Bean
    PendingAggregates pendingAggregates(MongoDatabase database, StoreClock storeClock, MeterRegistry meters) {
        var pending = new PendingAggregates(database, storeClock);
        Gauge.builder("tidings.outbox.pending", pending, PendingAggregates::count)
                .description("aggregates with unsent events")
                .register(meters);
        return pending;
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    Publisher publisher(StreamBridge bridge, TraceContext trace) {
        return new Publisher(bridge, trace);
    }

    @Bean
    RelayRunner relayRunner(
            MongoDatabase database,
            PendingAggregates pending,
            Publisher publisher,
            OutboxSettings settings,
            @Value("${" + PRODUCER + "max.block.ms}") Duration wait,
            @Value("${" + PRODUCER + "delivery.timeout.ms}") Duration delivery,
            StoreClock storeClock) {
        var lease = settings.hold(wait.plus(delivery));
        var finished = new FinishedWrites();
        var relay = new Relay(new UnsentEvents(database), pending, publisher::publish, finished, lease, storeClock);
        return new RelayRunner(pending, relay, finished, settings);
    }

    @Bean
    Outbox outbox(
            @Value("${tidings.service}") String service,
            MongoDatabase database,
            RelayRunner hints,
            TraceContext trace) {
        return new Outbox(service, database, hints, trace);
    }
}
