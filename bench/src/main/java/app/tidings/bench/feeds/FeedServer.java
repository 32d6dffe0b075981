package app.tidings.bench.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The web as far as a benchmark needs it, in a process of its own: {@code /<set>/<number>.xml} is a feed, gzipped for those
 * who take that, with the name of its set as the entity tag; {@code /counts/<set>} tells what was asked for since {@code /reset/<set>};
 * {@code /change/<set>} gives every tenth feed of a set one entry more; everything else, the pages that links point at among it, is not there (404). Whole answers lie in memory, so that serving costs next to nothing.
 */
public final class FeedServer {

    private static final int MAX_LINE = 8 * 1024;

    /** Of so many feeds one changes. */
    static final int CHANGING = 10;

    private final Map<String, Answers> feeds = new ConcurrentHashMap<>();
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    private final FeedWriter writer;

    private FeedServer(FeedWriter writer) {
        this.writer = writer;
    }

    /** Whole answers with one feed, and its entity tag. */
    private static final class Answers {

        private final String tag;
        private final byte[] zipped;
        private final byte[] plain;

        Answers(String tag, byte[] feed) {
            this.tag = tag;
            this.zipped = answer(tag, "Content-Encoding: gzip\r\n", FeedWriter.zipped(feed));
            this.plain = answer(tag, "", feed);
        }
    }

    /** What was asked for of one set. Times are milliseconds since 1970. */
    public record Counts(long full, long same, long firstMillis, long lastMillis) {

        private static final Counts NONE = new Counts(0, 0, Long.MAX_VALUE, 0);

        Counts with(boolean unchanged) {
            var now = System.currentTimeMillis();
            return new Counts(
                    full + (unchanged ? 0 : 1),
                    same + (unchanged ? 1 : 0),
                    Math.min(firstMillis, now),
                    Math.max(lastMillis, now));
        }

        /** How often a feed was asked for, changed or not. */
        public long all() {
            return full + same;
        }

        String text() {
            return "%d %d %d %d".formatted(full, same, firstMillis, lastMillis);
        }

        static Counts of(String text) {
            var parts = text.strip().split(" ", 4);
            return new Counts(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    /** Arguments: port, entries of a feed, mean bytes of a feed, and each set as {@code name:feeds}. */
    public static void main(String... arguments) throws IOException {
        var port = Integer.parseInt(arguments[0]);
        var writer = new FeedWriter(
                "http://127.0.0.1:" + port,
                Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1)),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
        var server = new FeedServer(writer);
        for (var i = 3; i < arguments.length; i++) {
            var set = arguments[i].split(":", 2);
            for (var number = 0; number < Integer.parseInt(set[1]); number++) {
                server.add(set[0], number, false);
            }
        }
        server.serve(port);
    }

    private void add(String set, int number, boolean changed) {
        var tag = changed ? set + "-changed" : set;
        feeds.put(path(set, number), new Answers(tag, writer.write(set, number, changed)));
    }

    private void change(String set) {
        for (var number = 0; feeds.containsKey(path(set, number)); number += CHANGING) {
            add(set, number, true);
        }
    }

    private static String path(String set, int number) {
        return "/%s/%d.xml".formatted(set, number);
    }

    private static byte[] answer(String tag, String encoding, byte[] body) {
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n%sETag: \"%s\"\r\nContent-Length: %d\r\n\r\n"
                .formatted(encoding, tag, body.length);
        var answer = new ByteArrayOutputStream(head.length() + body.length);
        answer.writeBytes(head.getBytes(ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    private void serve(int port) throws IOException {
        try (var listening = new ServerSocket(port, 1_024, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                var socket = listening.accept();
                threads.execute(() -> converse(socket));
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), MAX_LINE);
            while (answerOne(in, socket.getOutputStream())) {
                // the connection is kept
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    /** Whether there was a request. */
    private boolean answerOne(InputStream in, OutputStream out) throws IOException {
        var request = line(in).split(" ", 3);
        if (request.length < 3) {
            return false;
        }
        var tag = "";
        var zipped = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "if-none-match:", 0, 14)) {
                tag = header.substring(14).strip().replace("\"", "");
            } else if (header.regionMatches(true, 0, "accept-encoding:", 0, 16)) {
                zipped = header.contains("gzip");
            }
        }
        out.write(answer(request[1], tag, zipped));
        return true;
    }

    private byte[] answer(String path, String tag, boolean zipped) {
        var set = path.substring(1, Math.max(1, path.indexOf('/', 1)));
        var feed = feeds.get(path);
        if (feed != null) {
            var unchanged = tag.equals(feed.tag);
            counts.compute(set, (_, standing) -> (standing == null ? Counts.NONE : standing).with(unchanged));
            return unchanged
                    ? bare("304 Not Modified\r\nETag: \"%s\"".formatted(tag), "")
                    : zipped ? feed.zipped : feed.plain;
        }
        var name = path.substring(path.lastIndexOf('/') + 1);
        return switch (set) {
            case "counts" ->
                bare("200 OK", counts.getOrDefault(name, Counts.NONE).text());
            case "change" -> {
                change(name);
                yield bare("200 OK", "");
            }
            case "reset" -> {
                counts.remove(name);
                yield bare("200 OK", "");
            }
            default -> bare("404 Not Found", "");
        };
    }

    private static byte[] bare(String status, String body) {
        var length = status.startsWith("304") ? "" : "Content-Length: %d\r\n".formatted(body.length());
        return "HTTP/1.1 %s\r\n%s\r\n%s".formatted(status, length, body).getBytes(ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var read = in.read(); read >= 0 && read != '\n' && line.length() < MAX_LINE; read = in.read()) {
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
