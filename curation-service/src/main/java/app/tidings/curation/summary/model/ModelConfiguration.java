package app.tidings.curation.summary.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model, where the operator has named its endpoint. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    @ConditionalOnExpression("'${tidings.curation.model.endpoint:}' != ''")
    Models models(ModelSettings settings, ModelStore store, InstantSource clock, MeterRegistry meters) {
        return new Models(settings, store, clock, meters);
    }
}
