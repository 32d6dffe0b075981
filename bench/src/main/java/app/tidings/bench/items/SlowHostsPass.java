package app.tidings.bench.items;

import app.tidings.bench.measure.Series;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One pass of {@link SlowHostsBench}. */
record SlowHostsPass(Stage stage, Started curation, PageWriter pages, Load load) {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int HOSTS = 20;
    private static final int HANGING = 6;

    /** How many links, and how many of them a second. */
    record Load(int items, int rate) {}

    private record Sent(String id, int host, Instant at) {}

    /** Milliseconds that nineteen of twenty links of the other hosts took at most, from the link to the item. */
    double run(int number, boolean hang) throws IOException {
        var open = new ArrayList<Closeable>();
        try {
            for (var host = 0; host < HOSTS; host++) {
                open.add(host(host, hang && host < HANGING));
            }
            stage.topics().follow(ItemEvent.TOPIC);
            var sent = send(number);
            var told = told(sent);
            return p95(sent, told);
        } finally {
            for (var each : open) {
                each.close();
            }
        }
    }

    private Closeable host(int host, boolean hangs) throws IOException {
        var address = InetAddress.ofLiteral(address(host));
        var port = stage.installation().ports().newsroom();
        return hangs ? new ServerSocket(port, load.items(), address) : new PageSite(address, port, pages);
    }

    private static String address(int host) {
        return "127.0.1." + (host + 1);
    }

    private List<Sent> send(int number) {
        var sent = new ArrayList<Sent>();
        for (var i = 0; i < load.items(); i++) {
            var host = i % HOSTS;
            var url = "http://%s:%d/%d"
                    .formatted(address(host), stage.installation().ports().newsroom(), number * load.items() + i);
            var link = Links.to(url);
            stage.topics().send(link);
            sent.add(new Sent(link.linkId(), host, link.occurredAt()));
            Waiting.pause(1_000 / load.rate());
        }
        return sent;
    }

    /** When each was told; those of hosts that hang as well, so that the next pass begins with nothing in hand. */
    private Map<String, Instant> told(List<Sent> sent) {
        var ids = sent.stream().map(Sent::id).collect(Collectors.toSet());
        var told = new HashMap<String, Instant>();
        stage.topics().await("items to be told", LIMIT, ItemEnriched.class, item -> {
            curation.stillRuns();
            if (ids.contains(item.itemId())) {
                told.putIfAbsent(item.itemId(), item.occurredAt());
            }
            return told.size() == ids.size();
        });
        return told;
    }

    private static double p95(List<Sent> sent, Map<String, Instant> told) {
        return new Series(sent.stream()
                        .filter(each -> each.host() >= HANGING)
                        .map(each ->
                                Duration.between(each.at(), told.get(each.id())).toNanos() / 1e6)
                        .toList())
                .at(0.95);
    }
}
