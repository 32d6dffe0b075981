package app.tidings.platform.mongo;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's own database is.
 *
 * @param uri connection string; a password in it is never logged
 * @param database name of the database
 * @param username who signs in, where the connection string names nobody; with {@code passwordFile}
 * @param passwordFile secret file with the password
 * @param timeout limit of one operation with all its retries; an operation that takes longer is a fault
 */
@ConfigurationProperties("tidings.mongo")
public record MongoSettings(
        @DefaultValue("mongodb://127.0.0.1:27017") String uri,
        String database,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("10s") Duration timeout) {

    public MongoSettings {
        if ((username == null) != (passwordFile == null)) {
            throw new IllegalArgumentException(
                    "tidings.mongo: username and password-file are set together or not at all");
        }
    }

    @Override
    public String toString() {
        return "MongoSettings[database=%s]".formatted(database);
    }
}
