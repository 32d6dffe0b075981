package app.tidings.platform;

import app.tidings.platform.access.AccessConfiguration;
import app.tidings.platform.deadletter.DeadLetterConfiguration;
import app.tidings.platform.jobs.SchedulingConfiguration;
import app.tidings.platform.messaging.MessagingConfiguration;
import app.tidings.platform.mongo.MongoConfiguration;
import app.tidings.platform.outbox.OutboxConfiguration;
import app.tidings.platform.web.WebConfiguration;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of the platform that a service takes in with one import. */
@Configuration(proxyBeanMethods = false)
@Import({
    MongoConfiguration.class,
    OutboxConfiguration.class,
    MessagingConfiguration.class,
    DeadLetterConfiguration.class,
    SchedulingConfiguration.class,
    AccessConfiguration.class,
    WebConfiguration.class
})
public class Platform {

    /** Business time, in whole milliseconds as the store keeps them: an event that is sent again says the very same. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
