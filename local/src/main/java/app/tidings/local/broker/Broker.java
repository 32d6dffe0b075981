package app.tidings.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.springframework.util.FileSystemUtils;

/**
 * A Kafka broker and its controller on 127.0.0.1, in this JVM. What it acknowledged is in the operating system's hands,
 * so a killed process loses nothing; a power cut may.
 */
public final class Broker implements AutoCloseable {

    private static final String CONTROLLER = "CONTROLLER";
    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024 + 64 * 1024;

    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final int port;

    private Broker(KafkaRaftServer server, DirectoryLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts on the data in a directory, which is made if it is missing; returns when the broker takes requests.
     *
     * @throws IllegalStateException if another process has the directory open
     */
    public static Broker open(Path directory, int port, int controllerPort) {
        var lock = DirectoryLock.take(directory);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        var settings = KafkaConfig.fromProps(settings(directory, port, controllerPort), false);
        var server = new KafkaRaftServer(settings, Time.SYSTEM);
        server.startup();
        return new Broker(server, lock, port);
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops and keeps the data. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /** Formats beside the directory and moves it into place, so that a kill leaves nothing half formatted. */
    private static void format(Path directory) {
        var fresh = directory.resolveSibling(directory.getFileName() + ".formatting");
        try {
            FileSystemUtils.deleteRecursively(fresh);
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(fresh);
            formatter(fresh).run();
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    private static Formatter formatter(Path directory) {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false);
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        var clients = "PLAINTEXT://127.0.0.1:" + port;
        var controller = "127.0.0.1:" + controllerPort;
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("listeners", clients + "," + CONTROLLER + "://" + controller),
                Map.entry("advertised.listeners", clients),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.toAbsolutePath().toString()),
                Map.entry("num.partitions", "3"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("message.max.bytes", String.valueOf(MAX_MESSAGE_BYTES))));
        settings.putAll(forOneNode());
        settings.putAll(forOneMachine());
        return settings;
    }

    private static Map<String, String> forOneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** Quick to come back after a kill, and modest with memory and threads. */
    private static Map<String, String> forOneMachine() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", "4194304");
    }
}
