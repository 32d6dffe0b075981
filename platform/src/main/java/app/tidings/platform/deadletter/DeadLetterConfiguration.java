package app.tidings.platform.deadletter;

import app.tidings.platform.messaging.DeadLetterTopic;
import app.tidings.platform.messaging.TopicSettings;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Parks what cannot be handled on the reader's own topic, and keeps it in the store for people. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

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
    ForgetDeadLetters forgetDeadLetters(DeadLetters letters, TopicSettings settings, InstantSource clock) {
        return new ForgetDeadLetters(letters, settings.deadLetterRetention(), clock);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters, ReplayDeadLetter replay) {
        return new DeadLetterController(letters, replay);
    }

    @Bean
    ConsumerRecordRecoverer parkRecord(
            @Value("${tidings.service}") String service, KafkaTemplate<byte[], byte[]> kafka) {
        return new ParkRecord(DeadLetterTopic.of(service), kafka);
    }
}
