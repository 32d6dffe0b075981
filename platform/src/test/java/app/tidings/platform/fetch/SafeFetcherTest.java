package app.tidings.platform.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.HostileServer.Call;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(30)
class SafeFetcherTest {

    private HostileServer server;
    private FakeNet net;
    private SafeFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer().on("/", ok("", "hello"));
        net = new FakeNet(server.address())
                .name("news.example", "93.184.216.34")
                .name("other.example", "93.184.216.35");
        fetcher = net.fetcher(TestSettings.with("contact=https://news.example/about"));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    @Test
    void bringsTheAnswer() {
        server.on(
                "/feed",
                ok("ETag: \"a1\"\r\nContent-Type: Text/XML; charset=\"GBK\"\r\nX-One: 1\r\nx-one: 2\r\n", "hello"));

        var answer = answer(get("http://news.example/feed?page=2#top"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isOk()).isTrue();
        assertThat(answer.finalUrl()).hasToString("http://news.example/feed?page=2");
        assertThat(answer.redirects()).isEmpty();
        assertThat(answer.header("etag")).isEqualTo("\"a1\"");
        assertThat(answer.header("X-One")).isEqualTo("1, 2");
        assertThat(answer.header("absent")).isNull();
        assertThat(answer.mediaType()).isEqualTo("text/xml");
        assertThat(answer.charset()).hasToString("GBK");
        assertThat(answer.body().text(UTF_8)).isEqualTo("hello");
    }

    @Test
    void saysWhoItIsAndWhatItTakesAndNothingElse() {
        fetcher.fetch(get("http://news.example/").accept("application/atom+xml", "text/xml"));

        assertThat(onlyCall().head()).isEqualTo("""
                GET / HTTP/1.1\r
                Host: news.example\r
                User-Agent: Tidings/0.1 (+https://news.example/about)\r
                Accept: application/atom+xml, text/xml, */*;q=0.1\r
                Accept-Encoding: gzip, deflate\r
                Connection: close\r
                \r
                """);
    }

    @Test
    void namesAPortThatIsNotTheSchemesOwn() {
        try (var onLoopback = new SafeFetcher(TestSettings.onLoopback())) {
            assertThat(onLoopback.fetch(FetchRequest.get(server.uri("/")))).isInstanceOf(Answer.class);
        }
        assertThat(onlyCall().header("Host"))
                .isEqualTo("127.0.0.1:" + server.address().getPort());
    }

    @Test
    void asksConditionally() {
        server.on("/", "HTTP/1.1 304 Not Modified\r\nETag: \"a1\"\r\n\r\n");
        var modified = "Sun, 22 Nov 2026 08:30:00 GMT";

        var answer = answer(get("http://news.example/").ifNoneMatch("\"a1\"").ifModifiedSince(modified));

        assertThat(answer.isNotModified()).isTrue();
        assertThat(answer.body().size()).isZero();
        assertThat(onlyCall().header("If-None-Match")).isEqualTo("\"a1\"");
        assertThat(onlyCall().header("If-Modified-Since")).isEqualTo(modified);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 304, 400, 401, 404, 410, 429, 500, 503})
    void takesAnyStatusForAnAnswer(int status) {
        server.on("/", "HTTP/1.1 %d Any\r\nContent-Length: 0\r\nWWW-Authenticate: Basic\r\n\r\n".formatted(status));

        assertThat(answer(get("http://news.example/")).status()).isEqualTo(status);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void readsABodyThatEndsWithTheConnectionOrInChunks() {
        server.on("/close", "HTTP/1.0 200 OK\r\n\r\nhello");
        server.on(
                "/chunks",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nT: t\r\n\r\n");

        assertThat(answer(get("http://news.example/close")).body().text(UTF_8)).isEqualTo("hello");
        assertThat(answer(get("http://news.example/chunks")).body().text(UTF_8)).isEqualTo("hello");
    }

    @Test
    void unpacksWhatItOffersToUnpack() throws IOException {
        var raw = new Deflater(9, true);
        serveEncoded("/gzip", "gzip", compressed(GZIPOutputStream::new));
        serveEncoded("/zlib", "deflate", compressed(DeflaterOutputStream::new));
        serveEncoded("/raw", "deflate", compressed(out -> new DeflaterOutputStream(out, raw)));
        serveEncoded("/identity", "identity", "hello".getBytes(UTF_8));
        serveEncoded("/empty", "gzip", new byte[0]);

        for (var path : List.of("/gzip", "/zlib", "/raw", "/identity")) {
            assertThat(answer(get("http://news.example" + path)).body().text(UTF_8))
                    .isEqualTo("hello");
        }
        assertThat(answer(get("http://news.example/empty")).body().size()).isZero();
    }

    @Test
    void asksForHeadersAlone() {
        server.on("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n");

        var answer = answer(FetchRequest.head(URI.create("http://news.example/")));

        assertThat(answer.body().size()).isZero();
        assertThat(answer.header("content-length")).isEqualTo("5");
        assertThat(onlyCall().head()).startsWith("HEAD / HTTP/1.1\r\n");
    }

    @Test
    void postsABody() throws IOException {
        server.on("/hook", call -> {
            var body = new String(call.socket().getInputStream().readNBytes(6), UTF_8);
            call.say(("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n" + body).getBytes(UTF_8));
        });
        var request = FetchRequest.post(
                        URI.create("http://news.example/hook"), "application/json", "{\"刊\"".getBytes(UTF_8))
                .header("Webhook-Id", "w1");

        assertThat(answer(request).body().text(UTF_8)).isEqualTo("{\"刊\"");
        assertThat(onlyCall().header("Content-Length")).isEqualTo("6");
        assertThat(onlyCall().header("Content-Type")).isEqualTo("application/json");
        assertThat(onlyCall().header("Webhook-Id")).isEqualTo("w1");
    }

    @Test
    void followsRedirectsAndTellsTheWay() {
        server.on("/old", "HTTP/1.1 301 Moved\r\nLocation: next/?a=1#x\r\nContent-Length: 4\r\n\r\nbody");
        server.on("/next/", "HTTP/1.1 302 Found\r\nLocation: http://other.example/\r\n\r\n");

        var answer = answer(get("http://news.example/old"));

        assertThat(answer.finalUrl()).hasToString("http://other.example/");
        assertThat(answer.redirects())
                .containsExactly(URI.create("http://news.example/old"), URI.create("http://news.example/next/?a=1"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            301, 301, http://other.example/there
            308, 301, http://other.example/there
            301, 302, http://news.example/next
            302, 301, -
            307, 308, -
            303, 301, -
            """)
    void tellsHowFarAMoveIsForGood(int first, int second, @Nullable String movedTo) {
        server.on("/old", "HTTP/1.1 %d Any\r\nLocation: /next\r\n\r\n".formatted(first));
        server.on("/next", "HTTP/1.1 %d Any\r\nLocation: http://other.example/there\r\n\r\n".formatted(second));
        server.on("/there", ok("", "there"));

        assertThat(answer(get("http://news.example/old")).movedTo())
                .isEqualTo(movedTo == null ? null : URI.create(movedTo));
    }

    @Test
    void tellsNoMoveWhereNoneIs() {
        assertThat(answer(get("http://news.example/")).movedTo()).isNull();
    }

    @Test
    void callsItselfAsTheRequestSays() {
        server.on("/old", "HTTP/1.1 302 Any\r\nLocation: /\r\n\r\n");

        fetcher.fetch(get("http://news.example/old").userAgent("Reader/1"));

        assertThat(server.calls()).extracting(call -> call.header("User-Agent")).containsOnly("Reader/1");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void followsABareNonAsciiLocation() {
        server.on("/old", call -> call.say("HTTP/1.1 302 Found\r\nLocation: /周刊 1\r\n\r\n".getBytes(UTF_8)));
        server.on("/%E5%91%A8%E5%88%8A%201", ok("", "there"));

        assertThat(answer(get("http://news.example/old")).body().text(UTF_8)).isEqualTo("there");
    }

    @Test
    void takesARedirectForAnAnswerWhereNoneIsWanted() {
        server.on("/", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 4\r\n\r\nbody");

        var answer = answer(get("http://news.example/").withoutRedirects());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("http://127.0.0.1/");
        assertThat(answer.body().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"300", "305", "304"})
    void followsNothingThatIsNoRedirect(int status) {
        server.on("/", "HTTP/1.1 %d Any\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n".formatted(status));

        assertThat(answer(get("http://news.example/")).status()).isEqualTo(status);
    }

    @Test
    void saysThatARedirectLeadsNowhere() {
        server.on("/", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");

        assertThat(reason(get("http://news.example/"))).isEqualTo(Reason.BAD_REDIRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "http://news.example/,  http://news.example/next,       true",
        "http://news.example/,  http://other.example/next,      false",
        "http://news.example/,  http://sub.news.example/next,   false",
        "http://news.example/,  http://news.example:8080/next,  false",
    })
    void letsSecretsTravelWithinOneOriginOnly(String from, String to, boolean travels) {
        net.name("sub.news.example", "93.184.216.36");
        server.on("/", "HTTP/1.1 302 Found\r\nLocation: %s\r\nSet-Cookie: s=1\r\n\r\n".formatted(to));
        server.on("/next", ok("", "there"));
        var request = get(from)
                .header("Authorization", "Bearer secret")
                .header("Cookie", "session=secret")
                .header("X-Api-Key", "secret")
                .header("If-None-Match", "\"a1\"");

        try (var anyPort = net.fetcher(TestSettings.with("extra-ports=8080"))) {
            assertThat(anyPort.fetch(request)).isInstanceOf(Answer.class);
        }
        assertThat(server.calls()).hasSize(2);
        assertThat(server.calls().getLast().head().contains("secret")).isEqualTo(travels);
        assertThat(server.calls().getLast().header("If-None-Match")).isEqualTo("\"a1\"");
        assertThat(server.calls().getLast().head()).doesNotContain("s=1");
    }

    @ParameterizedTest
    @CsvSource({"307", "308"})
    void repeatsAPostWhereTheRedirectKeepsItOne(int status) {
        server.on("/", "HTTP/1.1 %d Moved\r\nLocation: /next\r\n\r\n".formatted(status));
        server.on("/next", ok("", "there"));

        answer(FetchRequest.post(URI.create("http://news.example/"), "text/plain", "hello".getBytes(UTF_8)));

        var last = server.calls().getLast();
        assertThat(last.head()).startsWith("POST /next ");
        assertThat(last.header("Content-Length")).isEqualTo("5");
        assertThat(last.header("Content-Type")).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303"})
    void takesAnotherRedirectOfAPostForTheAnswer(int status) {
        server.on("/", "HTTP/1.1 %d Moved\r\nLocation: /next\r\n\r\n".formatted(status));

        var answer =
                answer(FetchRequest.post(URI.create("http://news.example/"), "text/plain", "hello".getBytes(UTF_8)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void keepsAHeadRequestOneThroughRedirects() {
        server.on("/", "HTTP/1.1 303 See Other\r\nLocation: /next\r\n\r\n");
        server.on("/next", "HTTP/1.1 200 OK\r\n\r\n");

        answer(FetchRequest.head(URI.create("http://news.example/")));

        assertThat(server.calls().getLast().head()).startsWith("HEAD /next ");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            image/png,               true
            IMAGE/JPEG; q=1,         true
            text/xml,                true
            text/html,               false
            application/xml,         false
            image,                   true
            none,                    true
            """)
    void readsNothingOfATypeThatWasNotAskedFor(String type, boolean accepted) {
        server.on("/", ok(type == null ? "" : "Content-Type: %s\r\n".formatted(type), "hello"));

        var fetched = fetcher.fetch(get("http://news.example/").accept("image/*", "text/xml"));

        assertThat(fetched instanceof Answer).isEqualTo(accepted);
        if (fetched instanceof Failed failed) {
            assertThat(failed)
                    .isEqualTo(new Failed(
                            Reason.WRONG_TYPE,
                            "the answer is of the type %s, wanted is image/*, text/xml".formatted(type)));
        }
    }

    @Test
    void judgesTheTypeOfGoodAnswersOnly() {
        server.on("/", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello");

        assertThat(answer(get("http://news.example/").accept("image/png")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            text/html                              | text/html            | none
            text/html;charset=utf-8                | text/html            | UTF-8
            text/html; Charset='gb2312'            | text/html            | none
            text/html ; a=b; charset = "big5" ;c=d | text/html            | Big5
            application/feed+json; charset=x-none  | application/feed+json| none
            text/html; xcharset=utf-8              | text/html            | none
            ;charset=utf-8                         | none                 | UTF-8
            html                                   | none                 | none
            */*                                    | none                 | none
            """)
    void readsTheMediaType(String header, String mediaType, String charset) {
        server.on("/", ok("Content-Type: %s\r\n".formatted(header), "hello"));

        var answer = answer(get("http://news.example/"));

        assertThat(answer.mediaType()).isEqualTo(mediaType);
        assertThat(String.valueOf(answer.charset())).isEqualTo(String.valueOf(charset));
    }

    @Test
    void fetchesOneThingOfAHostAtATime() throws Exception {
        var now = new ConcurrentHashMap<String, AtomicInteger>();
        var most = new ConcurrentHashMap<String, Integer>();
        server.on("/", call -> {
            var inside = now.computeIfAbsent(call.header("Host"), _ -> new AtomicInteger());
            most.merge(call.header("Host"), inside.incrementAndGet(), Math::max);
            assertThat(call.hasHungUpWithin(3)).isFalse();
            inside.decrementAndGet();
            call.say(ok("", "hello"));
        });

        var requests = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            net.name("host%d.example".formatted(i % 20), "93.184.216.34");
            requests.add("http://host%d.example/".formatted(i % 20));
        }

        assertThat(fetchAll(requests))
                .hasSize(200)
                .allSatisfy(it -> assertThat(it).isInstanceOf(Answer.class));
        assertThat(most).hasSize(20).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void letsNoSlowHostHoldUpAnother() throws Exception {
        var release = new CountDownLatch(1);
        server.on("/slow", call -> {
            release.await();
            call.say(ok("", "at last"));
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> fetcher.fetch(get("http://news.example/slow")));
            Awaitility.await().until(() -> server.calls().size() == 1);
            var behind = threads.submit(() -> fetcher.fetch(get("http://news.example/")));
            assertThat(fetcher.fetch(get("http://other.example/"))).isInstanceOf(Answer.class);
            assertThat(behind.isDone()).isFalse();
            release.countDown();
            assertThat(slow.get()).isInstanceOf(Answer.class);
            assertThat(behind.get()).isInstanceOf(Answer.class);
        }
    }

    @Test
    void givesUpItsTurnAfterAWhile() throws Exception {
        var release = new CountDownLatch(1);
        server.on("/slow", call -> {
            release.await();
            call.say(ok("", "at last"));
        });

        try (var impatient = net.fetcher(TestSettings.with("host-wait=50ms"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> impatient.fetch(get("http://news.example/slow")));
            Awaitility.await().until(() -> server.calls().size() == 1);
            assertThat(impatient.fetch(get("http://news.example/")))
                    .isEqualTo(new Failed(Reason.TIMEOUT, "no turn at the host within 50 ms"));
            release.countDown();
            assertThat(slow.get()).isInstanceOf(Answer.class);
        }
    }

    @Test
    void logsNoSecretAtAnyLevel() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        server.on("/secret-path", ok("X-Answer: secret\r\n", "secret"));
        try {
            answer(get("http://news.example/secret-path?token=secret").header("Authorization", "Bearer secret"));
        } finally {
            root.setLevel(level);
            root.detachAppender(lines);
        }
        assertThat(lines.list)
                .isNotEmpty()
                .noneMatch(line -> line.getFormattedMessage().contains("secret"));
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws Exception {
        server.on("/slow", Call::waitForHangUp);
        var thread = new CalledOff();
        Awaitility.await().until(() -> server.calls().size() == 1);

        thread.interrupt();

        assertThat(thread.result()).isInstanceOf(Failed.class);
    }

    @Test
    void endsWhenItsThreadIsInterruptedBeforeItsTurn() throws Exception {
        server.on("/slow", Call::waitForHangUp);
        var first = new CalledOff();
        Awaitility.await().until(() -> server.calls().size() == 1);
        var second = new CalledOff();

        second.interrupt();

        assertThat(second.result()).isEqualTo(new Failed(Reason.TIMEOUT, "the fetch was called off"));
        first.interrupt();
        assertThat(first.result()).isInstanceOf(Failed.class);
        assertThat(server.calls()).hasSize(1);
    }

    /** A thread that fetches from a slow server and says afterwards whether it still knows of its interruption. */
    private final class CalledOff {

        private final AtomicReference<Fetched> result = new AtomicReference<>();
        private final AtomicBoolean interrupted = new AtomicBoolean();
        private final Thread thread = Thread.ofVirtual().start(() -> {
            result.set(fetcher.fetch(get("http://news.example/slow")));
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        void interrupt() {
            thread.interrupt();
        }

        Fetched result() throws InterruptedException {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
            assertThat(interrupted).isTrue();
            return result.get();
        }
    }

    private List<Fetched> fetchAll(List<String> urls) throws InterruptedException, ExecutionException {
        var results = new ArrayList<Fetched>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Fetched>>();
            urls.forEach(url -> running.add(threads.submit(() -> fetcher.fetch(get(url)))));
            for (var future : running) {
                results.add(future.get());
            }
        }
        return results;
    }

    private Answer answer(FetchRequest request) {
        var fetched = fetcher.fetch(request);
        assertThat(fetched).isInstanceOf(Answer.class);
        return (Answer) fetched;
    }

    private Reason reason(FetchRequest request) {
        var fetched = fetcher.fetch(request);
        assertThat(fetched).isInstanceOf(Failed.class);
        return ((Failed) fetched).reason();
    }

    private Call onlyCall() {
        assertThat(server.calls()).hasSize(1);
        return server.calls().getFirst();
    }

    private static FetchRequest get(String url) {
        return FetchRequest.get(URI.create(url));
    }

    private static String ok(String headers, String body) {
        var length = body.getBytes(ISO_8859_1).length;
        return "HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s".formatted(headers, length, body);
    }

    private void serveEncoded(String path, String encoding, byte[] body) {
        server.on(path, call -> {
            call.say("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(encoding, body.length));
            call.say(body);
        });
    }

    @FunctionalInterface
    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] compressed(Compressor compressor) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = compressor.over(bytes)) {
            out.write("hello".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
