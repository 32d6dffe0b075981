package app.tidings.curation.intake;

import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ingest.links -> items */
@Configuration(proxyBeanMethods = false)
class TakeInStream {

    @Bean
    Consumer<LinkEvent> takeIn(TakeIn takeIn) {
        return event -> {
            switch (event) {
                case LinkFound found -> takeIn.on(found);
                case LinkSeenAgain again -> takeIn.on(again);
                case LinkWithdrawn withdrawn -> takeIn.on(withdrawn);
            }
        };
    }
}
