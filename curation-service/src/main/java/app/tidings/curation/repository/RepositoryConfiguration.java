package app.tidings.curation.repository;

import app.tidings.platform.fetch.SafeFetcher;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hosts that are asked. */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

    @Bean
    RepositoryClient repositoryClient(
            SafeFetcher fetcher, RepositorySettings settings, RepositoryAnswers answers, InstantSource clock) {
        return new RepositoryClient(fetcher, settings.hosts(), answers, clock);
    }
}
