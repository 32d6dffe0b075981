package app.tidings.render;

import app.tidings.platform.Platform;
import app.tidings.platform.access.AccessRules;
import app.tidings.platform.access.Role;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Render: {@code curation.issues} -> editions in every format, and the public archive. */
@SpringBootApplication
@Import(Platform.class)
@ConfigurationPropertiesScan
public class RenderApplication {

    private static final String ANYTHING_BUT_THE_API = "/{first:(?!api$).+}/**";

    public static void main(String... args) {
        builder().run(args);
    }

    /** The application as it is started alone, or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(RenderApplication.class).properties("spring.config.name=render-service");
    }

    /** Everybody may read the archive, its media and assets. The API also has editions that are for subscribers alone. */
    @Bean
    AccessRules accessRules() {
        var rules = AccessRules.denyAll();
        for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            rules.open(method, "/")
                    .open(method, ANYTHING_BUT_THE_API)
                    .allow(method, "/api/v1/editions", Role.READER)
                    .allow(method, "/api/v1/editions/**", Role.READER);
        }
        return rules;
    }
}
