package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.BadEvent;
import app.tidings.platform.messaging.DeadLetterTopic;
import app.tidings.platform.messaging.EventHeaders;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Parks what cannot be handled on the reader's own topic, and keeps it in the store for people. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterConfiguration.class);

    @Bean
    DeadLetters deadLetters(MongoDatabase database, MeterRegistry meters) {
        var letters = new DeadLetters(database);
        Gauge.builder("tidings.dead.letters", letters, DeadLetters::count)
                .description("dead letters that are kept")
                .register(meters);
        return letters;
    }

    @Bean
    KeepDeadLettersStream keepDeadLetters(DeadLetters letters) {
        return new KeepDeadLettersStream(letters);
    }

    @Bean
    ReplayDeadLetter replayDeadLetter(DeadLetters letters, KafkaTemplate<byte[], byte[]> kafka, InstantSource clock) {
        return new ReplayDeadLetter(letters, kafka, clock);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, ReplayDeadLetter replay) {
        return new DeadLetterController(letters, replay);
    }

    @Bean
    ConsumerRecordRecoverer parkRecord(
            @Value("${tidings.service}") String service, KafkaTemplate<byte[], byte[]> kafka) {
        return (failed, fault) -> {
            var reason = reason(fault);
            LOG.atWarn()
                    .addKeyValue("topic", failed.topic())
                    .addKeyValue("partition", failed.partition())
                    .addKeyValue("offset", failed.offset())
                    .addKeyValue("reason", reason)
                    .log("record parked");
            kafka.send(parked(DeadLetterTopic.of(service), failed, reason)).join();
        };
    }

    private static ProducerRecord<byte[], byte[]> parked(String topic, ConsumerRecord<?, ?> failed, String reason) {
        var parked = new ProducerRecord<>(topic, (byte[]) failed.key(), (byte[]) failed.value());
        EventHeaders.read(failed.headers())
                .forEach((name, text) -> parked.headers().add(name, text.getBytes(UTF_8)));
        DeadLetterHeaders.of(failed, reason).write(parked.headers());
        return parked;
    }

    /** A bad event names its own fault; a defect is named by its kind alone, for its message may hold content. */
    private static String reason(@Nullable Throwable fault) {
        Throwable root = new IllegalStateException();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadEvent bad) {
                return String.valueOf(bad.getMessage());
            }
            root = cause;
        }
        return "could not be handled: " + root.getClass().getSimpleName();
    }
}
