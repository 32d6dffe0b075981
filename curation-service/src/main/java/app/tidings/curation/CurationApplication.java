package app.tidings.curation;

import app.tidings.platform.Platform;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Curation: {@code ingest.links} -> items -> issues, and the API for editors. */
@SpringBootApplication
@Import(Platform.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class CurationApplication {

    public static void main(String... args) {
        builder().run(args);
    }

    /** The application as it is started alone, or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CurationApplication.class)
                .properties("spring.config.name=curation-service");
    }
}
