package app.tidings.bench.stage;

import app.tidings.local.run.Commands;
import app.tidings.local.run.Condition;
import app.tidings.local.run.Home;
import app.tidings.local.run.Installation;
import app.tidings.local.run.Ports;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Secrets;
import app.tidings.local.run.Service;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * An installation made for one benchmark: broker and store in a process of their own, services in theirs, as {@code ./tidings
 * up --processes} starts them, but with the settings of their images.
 */
public final class Stage implements AutoCloseable {

    private static final int BUSY = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HEAP = "1g";

    private final Path root;
    private final Installation installation;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Started ground;
    private final MongoClient client;
    private final Topics topics;

    private Stage(Path root, Installation installation, String heap) {
        this.root = root;
        this.installation = installation;
        var ports = installation.ports();
        this.ground = java(heap, "ground", GroundProcess.class, directory().toString(), String.valueOf(ports.offset()));
        awaitPort("the store", ports.store());
        awaitPort("the broker", ports.broker());
        this.client = MongoClients.create("mongodb://127.0.0.1:" + ports.store());
        this.topics = new Topics("127.0.0.1:" + ports.broker());
    }

    /** Sets it up in an empty directory below the module's; what was there of an earlier run is deleted. */
    public static Stage open(String name) {
        return open(name, HEAP);
    }

    /** The same with more memory for broker and store, where the store is to have all that it holds at hand. */
    public static Stage open(String name, String heap) {
        var root = Path.of(System.getProperty("tidings.root", "")).toAbsolutePath();
        var directory = root.resolve("bench/target/run").resolve(name);
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new Refusal("cannot clear " + directory, e);
        }
        var ports = Ports.ofEnvironment();
        ports.refuseIfTaken();
        var home = Home.at(directory);
        return new Stage(root, new Installation(home, ports, Secrets.in(home), null), heap);
    }

    /** Where it keeps its data and logs. */
    public Path directory() {
        return installation.home().directory();
    }

    /** Where a process of that name logs. */
    public Path log(String name) {
        return installation.home().logs().resolve(name + ".log");
    }

    /** Ports and secrets. */
    public Installation installation() {
        return installation;
    }

    /** The process of broker and store. */
    public Started ground() {
        return ground;
    }

    /** What is on the topics. */
    public Topics topics() {
        return topics;
    }

    /** A database of the store, written as the services write theirs. */
    public MongoDatabase database(String name) {
        return client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** How many documents a collection holds. */
    public long count(String database, String collection) {
        return client.getDatabase(database).getCollection(collection).estimatedDocumentCount();
    }

    /** Starts a class with a main method of this program as a process of its own. */
    public Started java(String name, Class<?> main, String... arguments) {
        return java(HEAP, name, main, arguments);
    }

    private Started java(String heap, String name, Class<?> main, String... arguments) {
        var command = java("-Xmx" + heap, "-Xms" + heap);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return Started.of(name, command, log(name));
    }

    /** Starts a service and waits until it is ready. */
    public Started service(Service service, String... settings) {
        var command = new ArrayList<>(List.of("/usr/bin/env"));
        command.addAll(ImageSettings.of(root, service));
        command.addAll(java("-XX:MaxRAM=" + ImageSettings.MEMORY));
        command.addAll(List.of("-jar", Commands.bootJar(root, service).toString()));
        command.addAll(installation.arguments(service));
        command.addAll(List.of(settings));
        var started = Started.of(service.module(), command, log(service.module()));
        var port = installation.ports().management(service);
        Waiting.until(service.word() + " to be ready", PATIENCE, () -> {
            started.stillRuns();
            return Condition.ofService(port).up();
        });
        return started;
    }

    /** Posts a text to a service's API with the bootstrap token; returns the answer's body. */
    public String post(Service service, String path, String mediaType, String body) {
        return send(
                service,
                request(service, path)
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks a service's API with the bootstrap token; returns the answer's body. */
    public String get(Service service, String path) {
        return send(service, request(service, path));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(installation.address(service) + path))
                .header("Authorization", "Bearer " + installation.secrets().readApiToken());
    }

    /** As {@link #get}; empty where the service says that it is busy (503). */
    public Optional<String> getUnlessBusy(Service service, String path) {
        var answer = exchange(service, request(service, path));
        return answer.statusCode() == BUSY ? Optional.empty() : Optional.of(body(service, answer));
    }

    private String send(Service service, HttpRequest.Builder request) {
        return body(service, exchange(service, request));
    }

    private static String body(Service service, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new Refusal("%s answered %d: %s".formatted(service.word(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> exchange(Service service, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(service.word() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** Waits until somebody listens. */
    public void awaitPort(String what, int port) {
        Waiting.until(what, PATIENCE, () -> Ports.taken(port));
    }

    private static List<String> java(String... memory) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of(memory));
        command.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        return command;
    }

    @Override
    public void close() {
        topics.close();
        client.close();
        ground.close();
    }
}
