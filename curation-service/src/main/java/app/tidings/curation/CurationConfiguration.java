package app.tidings.curation;

import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out and the time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class CurationConfiguration {

    /** Whole milliseconds, as the store keeps them: an event that is sent again says the very same. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    SafeFetcher safeFetcher(FetchSettings settings) {
        return new SafeFetcher(settings);
    }
}
