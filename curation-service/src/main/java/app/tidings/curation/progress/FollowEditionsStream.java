package app.tidings.curation.progress;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent;
import app.tidings.contracts.EditionEvent.EditionRendered;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** render.editions, notify.deliveries -> issues */
@Configuration(proxyBeanMethods = false)
class FollowEditionsStream {

    @Bean
    Consumer<EditionEvent> followEditions(FollowEditions follow) {
        return event -> {
            switch (event) {
                case EditionRendered rendered -> follow.on(rendered);
            }
        };
    }

    @Bean
    Consumer<DeliveryEvent> followDeliveries(FollowEditions follow) {
        return event -> {
            switch (event) {
                case SendingStarted started -> follow.on(started);
                case SendingDone done -> follow.on(done);
            }
        };
    }
}
