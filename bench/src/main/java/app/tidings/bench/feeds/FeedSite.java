package app.tidings.bench.feeds;

import app.tidings.bench.feeds.FeedServer.Counts;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The feeds of a benchmark, in sets, as the server's process shows them.
 *
 * @param address of the server, without a slash at the end
 */
public record FeedSite(String address, HttpClient http) {

    /** What a feed of so many entries has on average, as real ones do. */
    private static final int BYTES_OF_AN_ENTRY = 2_160;

    /** The site of a stage, whether or not its server runs yet. */
    public static FeedSite of(Stage stage) {
        return new FeedSite("http://127.0.0.1:" + stage.installation().ports().newsroom(), HttpClient.newHttpClient());
    }

    /** Starts the server and waits until every feed is there; the sets are named with how many feeds each has. */
    public static Started serve(Stage stage, int entries, Map<String, Integer> sets) {
        var port = stage.installation().ports().newsroom();
        var arguments = new ArrayList<>(
                List.of(String.valueOf(port), String.valueOf(entries), String.valueOf(entries * BYTES_OF_AN_ENTRY)));
        sets.forEach((name, feeds) -> arguments.add(name + ":" + feeds));
        var server = stage.java("feeds", FeedServer.class, arguments.toArray(String[]::new));
        stage.awaitPort("the server of the feeds", port);
        return server;
    }

    /** Where the feeds of a set are. */
    public Stream<String> addresses(String set, int feeds) {
        return IntStream.range(0, feeds).mapToObj(number -> "%s/%s/%d.xml".formatted(address, set, number));
    }

    /** The feeds of a set as a list that readers of feeds take over. */
    public String opml(String set, int feeds) {
        return addresses(set, feeds)
                .map(feed -> "<outline type=\"rss\" text=\"%s\" xmlUrl=\"%s\"/>"
                        .formatted(feed.substring(address.length() + 1), feed))
                .collect(Collectors.joining("\n", "<opml version=\"2.0\"><head/><body>\n", "\n</body></opml>\n"));
    }

    /** What was asked for of a set since its counts were reset. */
    public Counts counts(String set) {
        return Counts.of(ask("/counts/" + set));
    }

    /** Counts a set anew. */
    public void reset(String set) {
        ask("/reset/" + set);
    }

    /** Gives feeds of a set a new entry each; returns how many. */
    public int change(String set, int feeds) {
        ask("/change/" + set);
        return Math.ceilDiv(feeds, FeedServer.CHANGING);
    }

    private String ask(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new Refusal("the server of the feeds does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
