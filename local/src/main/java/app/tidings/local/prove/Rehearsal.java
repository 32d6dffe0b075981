package app.tidings.local.prove;

import app.tidings.local.prove.check.NotifyStore;
import app.tidings.local.prove.issue.MakeIssue;
import app.tidings.local.prove.issue.Site;
import app.tidings.local.prove.part.Haste;
import app.tidings.local.prove.part.Member;
import app.tidings.local.prove.part.Processes;
import app.tidings.local.prove.reader.FrontDoor;
import app.tidings.local.prove.reader.Reader;
import app.tidings.local.prove.reader.SeedReaders;
import app.tidings.local.prove.sink.Mischief;
import app.tidings.local.prove.sink.Sink;
import app.tidings.local.run.Home;
import app.tidings.local.run.Installation;
import app.tidings.local.run.Ports;
import app.tidings.local.run.Secrets;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Story;
import app.tidings.notify.sending.SenderIdentity;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenKeys;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An installation of its own that everything is done to: processes, sink, site, and those who read. */
final class Rehearsal implements AutoCloseable {

    static final String CROWD = "proof-crowd";
    static final String DRILL = "proof-drill";
    static final List<String> LANGUAGES = List.of("zh", "en");
    static final int CONNECTIONS = 8;

    private static final int DRILL_READERS = 140;
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final double STALLS = 0.02;
    private static final double HANG_UPS = 0.001;

    private final Installation installation;
    private final Clock clock = Clock.systemUTC();
    private final Instant begun = clock.instant();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Site site = Site.open(clock);
    private final Sink sink;
    private final Processes processes;
    private final MongoClient mongo;
    private final Patience patience;
    private final Map<String, List<Reader>> seeded = new HashMap<>();

    private Rehearsal(Options options, Path directory, Path root, Story story) {
        var home = Home.at(directory);
        installation = new Installation(home, Ports.free(), Secrets.in(home), site.address());
        sink = Sink.open(installation.ports().smtp(), new Mischief(options.seed(), STALLS, HANG_UPS));
        processes = new Processes(installation, root, new Haste(options.policy(), publications(home)));
        mongo = MongoClients.create("mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=2000"
                .formatted(installation.ports().store()));
        patience = new Patience(story, clock, LIMIT);
    }

    private static Path publications(Home home) {
        try (var in = Objects.requireNonNull(Rehearsal.class.getResourceAsStream("publications.yml"))) {
            var file = home.directory().resolve("publications.yml");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Store and broker are up when this returns, and the readers are there; the services are not started. */
    static Rehearsal open(Options options, Path directory, Path root, Story story) throws InterruptedException {
        var rehearsal = new Rehearsal(options, directory, root, story);
        try {
            rehearsal.begin(options.subscribers());
            return rehearsal;
        } catch (RuntimeException | InterruptedException e) {
            try (rehearsal) {
                throw e;
            }
        }
    }

    private void begin(int subscribers) throws InterruptedException {
        processes.start(Member.STORE);
        processes.start(Member.BROKER);
        processes.prepare();
        processes.awaitReady(Member.STORE);
        var seed = new SeedReaders(
                database(Service.NOTIFY),
                AddressKeys.fromFile(installation.secrets().addressKey()),
                clock.instant());
        // most read Chinese; the last page of either list is not full
        seeded.put(
                CROWD,
                Stream.concat(
                                seed.run(CROWD, "zh", subscribers * 3 / 4).stream(),
                                seed.run(CROWD, "en", subscribers - subscribers * 3 / 4).stream())
                        .toList());
        seeded.put(
                DRILL,
                Stream.concat(seed.run(DRILL, "zh", DRILL_READERS).stream(), seed.run(DRILL, "en", 1).stream())
                        .toList());
        processes.awaitReady(Member.BROKER);
    }

    /** Starts the services that do not run; returns when all are up, whoever started them. */
    void startServices() throws InterruptedException {
        Member.services().forEach(processes::start);
        for (var member : Member.services()) {
            processes.awaitReady(member);
        }
    }

    MongoDatabase database(Service service) {
        return mongo.getDatabase("tidings_" + service.word());
    }

    List<Reader> seeded(String publication) {
        return Objects.requireNonNull(seeded.get(publication));
    }

    MakeIssue makeIssue() {
        return new MakeIssue(api(Service.INGEST), api(Service.CURATION), patience, site);
    }

    Api api(Service service) {
        return Api.of(installation, service, client, patience);
    }

    FrontDoor frontDoor() {
        var tokens = new SignedTokens(TokenKeys.fromFile(installation.secrets().tokenKey()), clock);
        var links = new ReaderLinks(URI.create(installation.address(Service.NOTIFY)), tokens);
        return new FrontDoor(api(Service.NOTIFY), sink, patience, links);
    }

    /** The id of whoever has the address. */
    String subscriber(String address) {
        var keys = AddressKeys.fromFile(installation.secrets().addressKey());
        return notifyStore()
                .subscriber(keys.of(EmailAddress.of(address)))
                .orElseThrow(() -> new IllegalStateException("nobody has signed up as " + address));
    }

    NotifyStore notifyStore() {
        return new NotifyStore(database(Service.NOTIFY), new SenderIdentity("newsletter@localhost"));
    }

    /** How long it has taken so far, in minutes and seconds. */
    String elapsed() {
        var elapsed = Duration.between(begun, clock.instant());
        return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    Installation installation() {
        return installation;
    }

    Processes processes() {
        return processes;
    }

    Sink sink() {
        return sink;
    }

    Patience patience() {
        return patience;
    }

    @Override
    public void close() {
        processes.close();
        mongo.close();
        sink.close();
        site.close();
        client.close();
    }
}
