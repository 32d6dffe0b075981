package app.tidings.bench.mails;

import app.tidings.bench.Options;
import app.tidings.bench.measure.Machine;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.local.prove.reader.SeedReaders;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import app.tidings.notify.subscriber.AddressKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Mails a second from an edition on its topic to a sink, beside what Postfix's smtp-source brings to the same sink. */
public final class MailsBench {

    /** What may be given on the command line. */
    public static final List<String> OPTIONS = List.of("readers", "bytes", "rounds", "connections");

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final int readers;
    private final int bytes;
    private final int rounds;
    private final List<Integer> connections;
    private final PrintStream out;
    private int issues;

    /** With options, as far as they are given. */
    public MailsBench(Options options, PrintStream out) {
        this.readers = options.number("readers", 20_000);
        this.bytes = options.number("bytes", 40_000);
        this.rounds = options.number("rounds", 3);
        this.connections = options.numbers("connections", List.of(8, 50));
        this.out = out;
    }

    /** Measures and prints, for each number of connections. */
    public void run() throws IOException {
        out.println("on " + Machine.described());
        try (var stage = Stage.open("mails")) {
            var tools = SmtpTools.find(stage.installation().ports().smtp());
            var edition = BigEdition.ofBytes(bytes);
            seed(stage, edition);
            try (var sink = tools.startSink(stage)) {
                for (var each : connections) {
                    var figures = measure(stage, new Senders(tools, edition), each);
                    sink.stillRuns();
                    print(figures, each, edition.bytes());
                }
            }
        }
        out.println("load average at the end " + Machine.load());
    }

    private record Senders(SmtpTools tools, BigEdition edition) {}

    private void seed(Stage stage, BigEdition edition) {
        var keys = AddressKeys.fromFile(stage.installation().secrets().addressKey());
        var database = stage.database("tidings_notify");
        new SeedReaders(database, keys, Instant.now()).run(edition.publicationId(), edition.language(), readers);
        out.println("%,d readers are in the store".formatted(readers));
    }

    private Rounds measure(Stage stage, Senders senders, int at) throws IOException {
        var figures = new Rounds();
        var alone = new SenderAlone(senders.edition(), senders.tools().port());
        var size = senders.edition().bytes();
        try (var notify = stage.service(Service.NOTIFY, "--tidings.notify.smtp.connections=" + at)) {
            stage.topics().follow(DeliveryEvent.TOPIC);
            out.println("warming up with %d connections".formatted(at));
            edition(stage, notify, senders.edition(), new Rounds());
            alone.run(readers / 2, at);
            for (var round = 1; round <= rounds; round++) {
                out.println("round %d of %d, load average %s".formatted(round, rounds, Machine.load()));
                add(figures, "smtp-source", senders.tools().send(stage, readers, size, at));
                edition(stage, notify, senders.edition(), figures);
                add(figures, "sender", alone.run(readers, at));
            }
            figures.add("memory", notify.usage().peakMegabytes());
        }
        return figures;
    }

    private void add(Rounds figures, String name, Run run) {
        figures.add(name, readers / run.seconds());
        figures.add(name + " CPU", run.cpuSeconds() * 1e6 / readers);
    }

    private void edition(Stage stage, Started notify, BigEdition edition, Rounds figures) {
        var event = edition.event(++issues, Instant.now());
        var cpu = notify.usage().cpuSeconds();
        var ground = stage.ground().usage().cpuSeconds();
        var began = System.nanoTime();
        stage.topics().send(event);
        stage.topics()
                .await(
                        "the audience",
                        LIMIT,
                        SendingStarted.class,
                        each -> each.subjectId().equals(event.key()));
        var frozen = System.nanoTime();
        var done = stage.topics()
                .await(
                        "the mails",
                        LIMIT,
                        SendingDone.class,
                        each -> each.subjectId().equals(event.key()));
        var ended = System.nanoTime();
        if (done.counts().getOrDefault("sent", 0L) != readers) {
            throw new Refusal("not every mail was sent: " + done.counts());
        }
        figures.add("notify", readers * 1e9 / (ended - began));
        figures.add("notify frozen", readers * 1e9 / (ended - frozen));
        figures.add("freeze", readers * 1e9 / (frozen - began));
        figures.add("notify CPU", (notify.usage().cpuSeconds() - cpu) * 1e6 / readers);
        figures.add("ground CPU", (stage.ground().usage().cpuSeconds() - ground) * 1e6 / readers);
    }

    private void print(Rounds figures, int at, int size) {
        var limit = figures.of("smtp-source");
        out.println();
        out.println("%d connections, %,d mails of %,d bytes, %d rounds; min / median / max"
                .formatted(at, readers, size, rounds));
        var table = new Table("sender", "mails a second", "of smtp-source", "CPU µs a mail");
        table.row("limit: smtp-source", Table.spread(limit), "–", Table.spread(figures.of("smtp-source CPU")));
        row(table, "SmtpRelay alone", figures.of("sender"), limit, figures.of("sender CPU"));
        row(table, "notify, event to last mail settled", figures.of("notify"), limit, figures.of("notify CPU"));
        table.row(
                "– of that: audience to last mail",
                Table.spread(figures.of("notify frozen")),
                Table.ratio(figures.of("notify frozen"), limit),
                "–");
        table.row("– of that: event to audience", Table.spread(figures.of("freeze")), "–", "–");
        table.row("broker and store beside it", "–", "–", Table.spread(figures.of("ground CPU")));
        out.println(table);
        out.println("notify's peak RSS: %s MB"
                .formatted(Table.figure(figures.of("memory").max())));
    }

    private static void row(Table table, String name, Series rate, Series limit, Series cpu) {
        table.row(name, Table.spread(rate), Table.ratio(rate, limit), Table.spread(cpu));
    }
}
