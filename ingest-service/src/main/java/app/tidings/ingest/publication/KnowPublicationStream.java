package app.tidings.ingest.publication;

import app.tidings.contracts.PublicationEvent;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** curation.publications -> publications */
@Configuration(proxyBeanMethods = false)
class KnowPublicationStream {

    @Bean
    Consumer<PublicationEvent> knowPublication(Publications publications) {
        return event -> {
            switch (event) {
                case ProfileChanged(var profile, var _) -> publications.keepNewest(profile);
            }
        };
    }
}
