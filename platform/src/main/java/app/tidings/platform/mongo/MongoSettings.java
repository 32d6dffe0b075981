package app.tidings.platform.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's own database is.
 *
 * @param uri connection string; a password in it is never logged
 * @param database name of the database
 * @param timeout limit of one operation with all its retries; an operation that takes longer is a fault
 */
@ConfigurationProperties("tidings.mongo")
public record MongoSettings(
        @DefaultValue("mongodb://127.0.0.1:27017") String uri,
        String database,
        @DefaultValue("10s") Duration timeout) {

    @Override
    public String toString() {
        return "MongoSettings[database=%s]".formatted(database);
    }
}
