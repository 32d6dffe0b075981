package app.tidings.curation;

import static app.tidings.platform.access.Role.AUTHOR;
import static app.tidings.platform.access.Role.EDITOR;
import static app.tidings.platform.access.Role.READER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import app.tidings.platform.Platform;
import app.tidings.platform.access.AccessRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Curation: {@code ingest.links} -> items -> issues, and the API for editors. */
@SpringBootApplication
@Import(Platform.class)
@ConfigurationPropertiesScan
public class CurationApplication {

    private static final String PUBLICATIONS = "/api/v1/publications/**";
    private static final String ITEMS = "/api/v1/items/**";
    private static final String ISSUES = "/api/v1/issues/**";

    public static void main(String... args) {
        builder().run(args);
    }

    /** The application as it is started alone, or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CurationApplication.class)
                .properties("spring.config.name=curation-service");
    }

    /** Everybody with a token reads, authors write texts, editors decide. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .allow(GET, PUBLICATIONS, READER)
                .allow(GET, ITEMS, READER)
                .allow(PATCH, ITEMS, AUTHOR)
                .allow(PUT, ITEMS, AUTHOR)
                .allow(DELETE, ITEMS, AUTHOR)
                .allow(POST, ITEMS, EDITOR)
                .allow(GET, ISSUES, READER)
                .allow(POST, ISSUES, EDITOR)
                .allow(PUT, ISSUES, EDITOR)
                .allow(PATCH, ISSUES, EDITOR)
                .allow(DELETE, ISSUES, EDITOR);
    }
}
