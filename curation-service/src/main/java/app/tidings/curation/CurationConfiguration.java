package app.tidings.curation;

import static app.tidings.platform.access.Role.AUTHOR;
import static app.tidings.platform.access.Role.EDITOR;
import static app.tidings.platform.access.Role.READER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import app.tidings.platform.access.AccessRules;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what, the way out, and the time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class CurationConfiguration {

    private static final String PUBLICATIONS = "/api/v1/publications/**";
    private static final String ITEMS = "/api/v1/items/**";
    private static final String ISSUES = "/api/v1/issues/**";

    /** Whole milliseconds, as the store keeps them: an event that is sent again says the very same. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    SafeFetcher safeFetcher(FetchSettings settings) {
        return new SafeFetcher(settings);
    }

    /** Everybody with a token reads, authors write texts, editors decide. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .allow(GET, PUBLICATIONS, READER)
                .allow(GET, ITEMS, READER)
                .allow(PATCH, ITEMS, AUTHOR)
                .allow(POST, ITEMS, EDITOR)
                .allow(GET, ISSUES, READER)
                .allow(POST, ISSUES, EDITOR)
                .allow(PUT, ISSUES, EDITOR)
                .allow(PATCH, ISSUES, EDITOR)
                .allow(DELETE, ISSUES, EDITOR);
    }
}
