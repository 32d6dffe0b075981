package app.tidings.ingest;

import app.tidings.platform.Platform;
import app.tidings.platform.access.AccessRules;
import app.tidings.platform.access.Role;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The ingest service: sources to {@code ingest.links}. */
@SpringBootApplication
@Import(Platform.class)
@ConfigurationPropertiesScan
@EnableConfigurationProperties(FetchSettings.class)
public class IngestApplication {

    /** Starts the service alone. */
    public static void main(String... args) {
        builder().run(args);
    }

    /** The service, ready to be started, also beside others in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(IngestApplication.class).properties("spring.config.name=ingest-service");
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .open(HttpMethod.GET, "/assets/**")
                .open(HttpMethod.HEAD, "/assets/**")
                .open(HttpMethod.GET, "/submit/*")
                .open(HttpMethod.HEAD, "/submit/*")
                .open(HttpMethod.POST, "/submit/*")
                .open(HttpMethod.GET, "/submissions/*")
                .open(HttpMethod.HEAD, "/submissions/*")
                .open(HttpMethod.POST, "/submissions/*")
                .open(HttpMethod.POST, "/api/v1/submissions")
                .open(HttpMethod.GET, "/api/v1/submissions/receipts/*")
                .open(HttpMethod.DELETE, "/api/v1/submissions/receipts/*/contact")
                .open(HttpMethod.POST, "/api/v1/submissions/github/*")
                .open(HttpMethod.POST, "/api/v1/submissions/telegram/*")
                .allow(HttpMethod.GET, "/api/v1/submissions", Role.EDITOR)
                .allow(HttpMethod.DELETE, "/api/v1/submissions/*", Role.EDITOR)
                .allow(HttpMethod.GET, "/api/v1/sources/**", Role.READER)
                .allow(null, "/api/v1/sources/**", Role.EDITOR)
                .allow(HttpMethod.GET, "/api/v1/rules", Role.READER)
                .allow(null, "/api/v1/rules", Role.EDITOR)
                .allow(null, "/api/v1/rules/**", Role.EDITOR)
                .allow(HttpMethod.GET, "/api/v1/links/**", Role.READER)
                // hubs call here; the address itself is what lets them in
                .open(HttpMethod.GET, "/websub/*")
                .open(HttpMethod.POST, "/websub/*");
    }

    @Bean
    SafeFetcher safeFetcher(FetchSettings settings) {
        return new SafeFetcher(settings);
    }
}
