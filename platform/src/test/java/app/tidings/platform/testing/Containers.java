package app.tidings.platform.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and MongoDB in containers instead of the embedded ones; asked for with {@code -Pcontainers}. */
final class Containers {

    static final boolean WANTED = Boolean.getBoolean("tidings.test.containers");

    private Containers() {}

    /** Starts a broker that lives as long as this JVM; returns its bootstrap servers. */
    @SuppressWarnings("resource") // the reaper of Testcontainers ends it with the JVM
    static String startBroker() {
        var kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.1"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", "2162688");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    /** Starts a store that lives as long as this JVM; returns its connection string. */
    @SuppressWarnings("resource") // the reaper of Testcontainers ends it with the JVM
    static String startStore() {
        var mongo = new MongoDBContainer(DockerImageName.parse("mongo:8.0.17"));
        mongo.start();
        return mongo.getConnectionString();
    }
}
