package app.tidings.curation;

import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class CurationConfiguration {

    @Bean
    SafeFetcher safeFetcher(FetchSettings settings) {
        return new SafeFetcher(settings);
    }
}
