package app.tidings.render.media;

import app.tidings.contracts.ImageEvent;
import app.tidings.contracts.ImageEvent.ImageKept;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** curation.images -> images */
@Configuration(proxyBeanMethods = false)
class KeepImageStream {

    @Bean
    Consumer<ImageEvent> keepImage(KeepImage keepImage) {
        return event -> {
            switch (event) {
                case ImageKept kept -> keepImage.on(kept);
            }
        };
    }
}
