package app.tidings.render.publication;

import app.tidings.contracts.PublicationEvent;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** curation.publications -> publications */
@Configuration(proxyBeanMethods = false)
class KeepProfileStream {

    @Bean
    Consumer<PublicationEvent> keepProfile(Publications publications) {
        return event -> {
            switch (event) {
                case ProfileChanged changed -> publications.keepNewest(changed.profile());
            }
        };
    }
}
