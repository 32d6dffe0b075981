package app.tidings.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/** The broker of the tests: started once per JVM on first use; topics are not created by themselves. */
public final class TestBroker {

    private TestBroker() {}

    /** Host and port of the shared broker. */
    public static String bootstrapServers() {
        return Shared.BOOTSTRAP_SERVERS;
    }

    /**
     * Gives a Spring test the properties that lead the binder and spring-kafka to the shared broker, and a consumer group
     * of its own, so that no other context of this JVM takes its records.
     */
    public static void register(DynamicPropertyRegistry registry) {
        var group = "test-" + UUID.randomUUID();
        registry.add("tidings.group", () -> group);
        registry.add("spring.cloud.stream.kafka.binder.brokers", TestBroker::bootstrapServers);
        registry.add("spring.kafka.bootstrap-servers", TestBroker::bootstrapServers);
    }

    private static final class Shared {
        static final String BOOTSTRAP_SERVERS = Containers.WANTED ? Containers.startBroker() : embedded();

        private static String embedded() {
            try {
                var directory = Files.createTempDirectory("tidings-broker-");
                var broker = new EmbeddedBroker(directory);
                broker.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, directory)));
                return broker.bootstrapServers();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedBroker broker, Path directory) {
            broker.close();
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }
}
