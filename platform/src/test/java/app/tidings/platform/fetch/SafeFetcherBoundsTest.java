package app.tidings.platform.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.HostileServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.ssl.SSLContexts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, a fetch ends in time, in little memory, and with a reason. */
@Timeout(30)
class SafeFetcherBoundsTest {

    private static final int CAP = 1000;
    private static final FetchSettings PATIENT = TestSettings.onLoopback("max-size=" + CAP + "B");
    private static final FetchSettings WANTS_WORDS = TestSettings.onLoopback("first-byte-timeout=300ms");
    private static final FetchSettings WANTS_SPEED = TestSettings.onLoopback("slow-after=200ms");
    private static final FetchSettings WANTS_AN_END = TestSettings.onLoopback("total-timeout=700ms");
    private static final Failed NO_END = new Failed(Reason.TIMEOUT, "the fetch took longer than 700 ms");

    /** The beginning of a gzip member whose file name follows. */
    private static final byte[] NAMED_MEMBER = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};

    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void endsWhereNoFirstByteComes() {
        assertThat(failure(WANTS_WORDS, HostileServer.Call::waitForHangUp))
                .isEqualTo(new Failed(Reason.TIMEOUT, "the server was silent for 300 ms"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 ",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf",
                "HTTP/1.1 200 OK\r\n\r\nno length and no end",
            })
    void endsWhereTheServerFallsSilent(String beginning) {
        assertThat(reason(WANTS_WORDS, call -> {
                    call.say(beginning);
                    call.waitForHangUp();
                }))
                .isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: "})
    void endsWhereHeadersDrip(String beginning) {
        assertThat(failure(WANTS_AN_END, call -> {
                    call.say(beginning);
                    call.drip("H", 50);
                }))
                .isEqualTo(NO_END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
            })
    void endsWhereABodyDrips(String head) {
        assertThat(reason(WANTS_SPEED, call -> {
                    call.say(head);
                    call.drip("x", 50);
                }))
                .isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void takesASmallBodyThatComesSlowlyButSoonEnough() {
        server.on("/", call -> {
            call.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(call.hasHungUpWithin(200)).isFalse();
            call.say("hello");
        });

        try (var fetcher = new SafeFetcher(PATIENT)) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/")))).isInstanceOf(Answer.class);
        }
    }

    @Test
    void countsAllRedirectsIntoOneTotal() {
        server.on("/again", call -> {
            if (!call.hasHungUpWithin(200)) {
                call.say("HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n");
            }
        });

        assertThat(fetchPath(WANTS_AN_END, "/again")).isEqualTo(NO_END);
    }

    @Test
    void endsWhereTheServerTakesNoRequest() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var fetcher = new SafeFetcher(WANTS_AN_END)) {
            var url = URI.create("http://127.0.0.1:" + deaf.getLocalPort());
            var request = FetchRequest.post(url, "application/octet-stream", new byte[32 * 1024 * 1024]);

            assertThat(fetcher.fetch(request)).isEqualTo(NO_END);
        }
    }

    @Test
    void endsWhereNamesAreNeverAnswered() {
        try (var fetcher = new SafeFetcher(
                TestSettings.with("connect-timeout=20ms"),
                SafeFetcherBoundsTest::neverAnsweredIfSilent,
                _ -> server.address(),
                SSLContexts.createDefault())) {
            for (var i = 0; i < 40; i++) {
                assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://silent.example/"))))
                        .isEqualTo(new Failed(Reason.TIMEOUT, "no address of the host within 20 ms"));
            }
            server.on("/", ok("", "hello"));
            Awaitility.await()
                    .until(() -> fetcher.fetch(FetchRequest.get(URI.create("http://news.example/"))) instanceof Answer);
        }
    }

    @Test
    void saysThatAHostIsUnknown() {
        var net = new FakeNet(server.address()).name("empty.example");

        try (var fetcher = net.fetcher(PATIENT)) {
            for (var host : List.of("unknown.example", "empty.example")) {
                assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://%s/".formatted(host)))))
                        .isEqualTo(new Failed(Reason.UNKNOWN_HOST, "the host has no address"));
            }
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        var port = 0;
        try (var closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closing.getLocalPort();
        }

        try (var fetcher = new SafeFetcher(PATIENT)) {
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://127.0.0.1:" + port))))
                    .isEqualTo(new Failed(Reason.UNREACHABLE, "no connection to the host"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "hello",
                "<html>",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 99 OK\r\n\r\n",
                "HTTP/1.1 -1 OK\r\n\r\n",
                "HTTP/1.1 99999999999 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloworld\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\n\u001f",
                "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 5\r\n\r\nhello",
            })
    void saysThatAnAnswerIsBroken(String answer) {
        assertThat(reason(call -> call.say(answer))).isEqualTo(Reason.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h",
                "\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
            })
    void endsWhereTheAnswerNeverBegins(String again) {
        assertThat(reason(WANTS_AN_END, call -> call.repeatForever(again))).isIn(Reason.PROTOCOL, Reason.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "x", " folded\r\n", "X: " + "y", "\u0000"})
    void endsWhereHeadersNeverEnd(String again) {
        assertThat(failure(PATIENT, call -> {
                    call.say("HTTP/1.1 200 OK\r\nA: b\r\n");
                    call.repeatForever(again);
                }))
                .isEqualTo(new Failed(Reason.PROTOCOL, "the answer's headers are too many or too long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\r\n", "1;x", "00000000000000000000000000"})
    void endsWhereChunksNeverMakeABody(String again) {
        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    call.repeatForever(again);
                }))
                .isEqualTo(Reason.PROTOCOL);
    }

    @Test
    void takesAHeaderOfUsualLengthAndRefusesAHugeOne() {
        assertThat(fetch(call -> call.say(
                        "HTTP/1.1 200 OK\r\nX: %s\r\nContent-Length: 0\r\n\r\n".formatted("x".repeat(15_000)))))
                .isInstanceOf(Answer.class);
        assertThat(reason(call -> call.say(
                        "HTTP/1.1 200 OK\r\nX: %s\r\nContent-Length: 0\r\n\r\n".formatted("x".repeat(17_000)))))
                .isEqualTo(Reason.PROTOCOL);
    }

    @Test
    void readsABodyUpToItsLargestSize() {
        assertThat(fetch(call -> call.say(ok("", "x".repeat(CAP))))).isInstanceOf(Answer.class);
        assertThat(reason(call -> call.say(ok("", "x".repeat(CAP + 1))))).isEqualTo(Reason.TOO_LARGE);
        assertThat(fetch(call -> call.say("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(CAP))))
                .isInstanceOf(Answer.class);
        assertThat(reason(call -> call.say("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(CAP + 1))))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void readsNoMoreThanTheRequestAllows() {
        server.on("/", ok("", "hello"));

        try (var fetcher = new SafeFetcher(PATIENT)) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/")).maxBytes(5)))
                    .isInstanceOf(Answer.class);
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/")).maxBytes(4)))
                    .isEqualTo(new Failed(Reason.TOO_LARGE, "the body is larger than 4 bytes"));
        }
    }

    @Test
    void asksForRoomOnlyWhereABodyIsLarge() {
        server.on("/small", ok("", "x".repeat(1024)));
        server.on("/large", ok("", "x".repeat(1024) + "y".repeat(512)));
        var asked = new AtomicInteger();

        try (var fetcher = new SafeFetcher(TestSettings.onLoopback("small-body=1KB"))) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/small")), () -> asked.incrementAndGet() < 0))
                    .isInstanceOf(Answer.class);
            assertThat(asked).hasValue(0);
            var large = fetcher.fetch(FetchRequest.get(server.uri("/large")), () -> asked.incrementAndGet() > 0);
            assertThat(((Answer) large).body().text(ISO_8859_1)).isEqualTo("x".repeat(1024) + "y".repeat(512));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void endsWhereThereIsNoRoomForALargeBody() {
        server.on("/", ok("", "x".repeat(1025)));

        try (var fetcher = new SafeFetcher(TestSettings.onLoopback("small-body=1KB"))) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/")), () -> false))
                    .isEqualTo(new Failed(Reason.TIMEOUT, "too many large bodies were being read at the same time"));
        }
    }

    @Test
    void readsNothingOfABodyThatSaysItIsTooLarge() {
        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n");
                    call.waitForHangUp();
                }))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsABodyThatNeverEnds() {
        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\n\r\n");
                    call.repeatForever("x");
                }))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsBombsAtTheCap() {
        assertThat(reason(bomb("gzip", GZIPOutputStream::new))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(bomb("X-GZIP", GZIPOutputStream::new))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(bomb("deflate", DeflaterOutputStream::new))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(bomb("deflate", out -> new DeflaterOutputStream(out, new Deflater(9, true)))))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsABombOfManyMegabytesWithinLittleMemory() {
        var settings = TestSettings.onLoopback("max-size=10MB");
        server.on("/", bomb("gzip", GZIPOutputStream::new));
        System.gc();
        var before = usedMemory();

        try (var fetcher = new SafeFetcher(settings)) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/"))))
                    .isEqualTo(new Failed(Reason.TOO_LARGE, "the body is larger than 10485760 bytes"));
        }
        assertThat(usedMemory() - before).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void stopsCompressionThatYieldsNothing() throws IOException {
        var emptyMember = new ByteArrayOutputStream();
        new GZIPOutputStream(emptyMember).close();
        var members = new String(emptyMember.toByteArray(), ISO_8859_1);

        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                    call.repeatForever(members);
                }))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsAFileNameInGzipThatNeverEnds() {
        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                    call.say(NAMED_MEMBER);
                    call.repeatForever("name");
                }))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void stopsItAlsoWhereTheDecoderTakesAnExceptionForTheEnd() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(whole)) {
            gzip.write("hello".getBytes(US_ASCII));
        }
        whole.write(NAMED_MEMBER);
        whole.write("name".repeat(20).getBytes(US_ASCII));

        assertThat(reason(call -> {
                    call.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                    call.say(whole.toByteArray());
                    call.repeatForever("name");
                }))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void endsALoopOfRedirectsAfterTheLastAllowed() {
        server.on("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n");
        server.on("/b", "HTTP/1.1 301 Moved\r\nLocation: /a\r\n\r\n");

        assertThat(fetchPath(PATIENT, "/a")).isEqualTo(new Failed(Reason.TOO_MANY_REDIRECTS, "more than 5 redirects"));
        assertThat(server.calls()).hasSize(6);
    }

    @Test
    void followsAsManyRedirectsAsAllowed() {
        for (var i = 0; i < 5; i++) {
            server.on("/" + i, "HTTP/1.1 302 Found\r\nLocation: /%d\r\n\r\n".formatted(i + 1));
        }
        server.on("/5", ok("", "there"));

        assertThat(fetchPath(PATIENT, "/0"))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.redirects()).hasSize(5));
        try (var fetcher = new SafeFetcher(PATIENT)) {
            assertThat(fetcher.fetch(FetchRequest.get(server.uri("/0")).maxRedirects(4)))
                    .isEqualTo(new Failed(Reason.TOO_MANY_REDIRECTS, "more than 4 redirects"));
        }
    }

    @Test
    void endsWhereTlsNeverAnswers() throws IOException {
        assertThat(overTls(TestSettings.onLoopback("connect-timeout=300ms"), HostileServer.Call::waitForHangUp))
                .isEqualTo(new Failed(Reason.TIMEOUT, "no connection within 300 ms"));
    }

    @Test
    void endsWhereTheTlsHandshakeDrips() throws IOException {
        assertThat(overTls(WANTS_AN_END, call -> {
                    call.say("\u0016\u0003\u0003@\u0000");
                    call.drip("x", 50);
                }))
                .isEqualTo(NO_END);
    }

    @Test
    void saysThatTlsIsNone() throws IOException {
        assertThat(overTls(PATIENT, call -> call.say("HTTP/1.1 200 OK\r\n\r\nhello")))
                .isEqualTo(new Failed(Reason.TLS, "no trusted TLS connection to the host"));
    }

    @Test
    void takesAnyBytesWithoutAnException() {
        var random = new Random(23);
        var pieces = List.of(
                "HTTP/1.1 ",
                "200",
                " ",
                "OK",
                "\r\n",
                "\r\n\r\n",
                "Content-Length: ",
                "5",
                "-",
                "Location: ",
                "/",
                "http://[",
                "Content-Type: ",
                ";charset=",
                "\"",
                "utf-8",
                "text/html",
                "Transfer-Encoding: chunked",
                "0",
                "302",
                "\u0000",
                "\u00ff",
                ":",
                "gzip",
                "Content-Encoding: ",
                "<b>canary</b>",
                "Set-Cookie: ",
                "WWW-Authenticate: Basic",
                "401");
        server.on("/", call -> {
            var answer = new StringBuilder(random.nextBoolean() ? "HTTP/1.1 200 OK\r\n" : "");
            for (var i = random.nextInt(14); i > 0; i--) {
                answer.append(pieces.get(random.nextInt(pieces.size())));
            }
            call.say(answer.toString());
        });

        try (var fetcher = new SafeFetcher(PATIENT)) {
            for (var i = 0; i < 3_000; i++) {
                if (fetcher.fetch(FetchRequest.get(server.uri("/"))) instanceof Failed failed) {
                    assertThat(failed.detail()).doesNotContain("canary").matches("[a-zA-Z0-9 ,.']+");
                }
            }
        }
    }

    private static List<InetAddress> neverAnsweredIfSilent(String host) {
        try {
            new CountDownLatch(host.startsWith("silent") ? 1 : 0).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(InetAddress.ofLiteral("93.184.216.34"));
    }

    private static Fetched overTls(FetchSettings settings, Script script) throws IOException {
        try (var speaking = HostileServer.speakingFirst(script);
                var fetcher = new SafeFetcher(settings)) {
            return fetcher.fetch(FetchRequest.get(
                    URI.create("https://127.0.0.1:" + speaking.address().getPort())));
        }
    }

    @FunctionalInterface
    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static Script bomb(String encoding, Compressor compressor) {
        return call -> {
            call.say("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n\r\n".formatted(encoding));
            var zeros = new byte[64 * 1024];
            try (var out = compressor.over(call.out())) {
                while (true) {
                    out.write(zeros);
                }
            }
        };
    }

    private static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(headers, body.getBytes(US_ASCII).length, body);
    }

    private Reason reason(Script script) {
        return reason(PATIENT, script);
    }

    private Reason reason(FetchSettings settings, Script script) {
        return failure(settings, script).reason();
    }

    private Failed failure(FetchSettings settings, Script script) {
        server.on("/", script);
        var fetched = fetchPath(settings, "/");
        assertThat(fetched).isInstanceOf(Failed.class);
        return (Failed) fetched;
    }

    private Fetched fetch(Script script) {
        server.on("/", script);
        return fetchPath(PATIENT, "/");
    }

    private Fetched fetchPath(FetchSettings settings, String path) {
        try (var fetcher = new SafeFetcher(settings)) {
            return fetcher.fetch(FetchRequest.get(server.uri(path)));
        }
    }

    private static long usedMemory() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
