package app.tidings.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client: every write majority and journaled, every read of what a majority has, all within a time limit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConfiguration {

    private static final int SERVER_SELECTION_SECONDS = 5;

    @Bean
    MongoClient mongoClient(MongoSettings settings) {
        var client = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.uri()))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
                .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary());
        if (settings.username() != null && settings.passwordFile() != null) {
            client.credential(MongoCredential.createCredential(
                    settings.username(), settings.database(), password(settings.passwordFile())));
        }
        return MongoClients.create(client.build());
    }

    private static char[] password(Path file) {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.mongo.password-file cannot be read: " + file, e);
        }
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    StoreClock storeClock(MongoDatabase database) {
        return new StoreClock(database);
    }

    @Bean
    StoreHealth storeHealthIndicator(StoreClock clock) {
        return new StoreHealth(clock);
    }
}
