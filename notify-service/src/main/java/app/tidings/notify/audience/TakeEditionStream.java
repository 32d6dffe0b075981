package app.tidings.notify.audience;

import app.tidings.contracts.EditionEvent;
import app.tidings.contracts.EditionEvent.EditionRendered;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** render.editions -> subjects */
@Configuration(proxyBeanMethods = false)
class TakeEditionStream {

    @Bean
    Consumer<EditionEvent> takeEdition(TakeEdition intake) {
        return event -> {
            switch (event) {
                case EditionRendered rendered -> intake.on(rendered);
            }
        };
    }
}
