package app.tidings.render.artefact;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** notify.deliveries -> editions */
@Configuration(proxyBeanMethods = false)
class NoteTakenStream {

    @Bean
    Consumer<DeliveryEvent> noteTaken(NoteTaken noteTaken) {
        return event -> {
            switch (event) {
                case SendingStarted started -> noteTaken.on(started);
                case SendingDone _ -> {} // says nothing that its start has not said
            }
        };
    }
}
