package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that was checked is the address that is connected to, under the name that was asked for. */
class SafeFetcherPinningTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final char[] PASSWORD = "for-this-test".toCharArray();

    private final List<String> serverNames = new CopyOnWriteArrayList<>();
    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer().on("/", OK);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void connectsToTheAddressThatWasChecked() {
        var net = new FakeNet(server.address()).name("news.example", "93.184.216.34");

        var answer = fetch(net, "http://news.example/");

        assertThat(answer).isInstanceOf(Answer.class);
        assertThat(net.connects()).containsExactly(new InetSocketAddress(InetAddress.ofLiteral("93.184.216.34"), 80));
        assertThat(net.lookups()).containsExactly("news.example");
        assertThat(server.calls().getFirst().header("Host")).isEqualTo("news.example");
    }

    @Test
    void looksANameUpOnceSoThatASecondAnswerCannotCome() {
        var net = new FakeNet(server.address())
                .name("rebind.example", "93.184.216.34")
                .name("rebind.example", "127.0.0.1");

        try (var fetcher = net.fetcher(TestSettings.with())) {
            assertThat(fetcher.fetch(get("http://rebind.example/"))).isInstanceOf(Answer.class);
            assertThat(fetcher.fetch(get("http://rebind.example/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
        }
        assertThat(net.connects())
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("93.184.216.34");
    }

    @Test
    void checksAnewOnEachRedirectToTheSameName() {
        server.on("/start", "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
        var net = new FakeNet(server.address())
                .name("rebind.example", "93.184.216.34")
                .name("rebind.example", "10.0.0.7");

        assertThat(fetch(net, "http://rebind.example/start"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void refusesANameOfWhichOneAddressIsSpecial() {
        var net = new FakeNet(server.address())
                .name("mixed.example", "93.184.216.34", "127.0.0.1")
                .name("mixed6.example", "2606:2800:220:1::1", "93.184.216.34", "fd00::1");

        assertThat(fetch(net, "http://mixed.example/")).isInstanceOf(Failed.class);
        assertThat(fetch(net, "http://mixed6.example/")).isInstanceOf(Failed.class);
        assertThat(net.connects()).isEmpty();
    }

    /** A name server that says something else each time, as with a lifetime of zero, in both families. */
    @Test
    void neverConnectsToWhatItDidNotCheckHoweverOftenTheAnswerFlips() {
        var random = new Random(3);
        var answers = List.of(
                List.of("93.184.216.34"),
                List.of("127.0.0.1"),
                List.of("2606:2800:220:1::1"),
                List.of("::1"),
                List.of("93.184.216.34", "2606:2800:220:1::1"),
                List.of("93.184.216.34", "::ffff:10.0.0.1"),
                List.of("2606:2800:220:1::1", "169.254.169.254"));
        var net = new FakeNet(server.address());
        var all = Stream.generate(() -> answers.get(random.nextInt(answers.size())))
                .limit(500)
                .toList();
        all.forEach(each -> net.name("flip.example", each.toArray(String[]::new)));

        try (var fetcher = net.fetcher(TestSettings.with())) {
            all.forEach(each -> fetcher.fetch(get("http://flip.example/")));
        }
        assertThat(net.lookups()).hasSize(all.size());
        assertThat(net.connects())
                .hasSize((int)
                        all.stream().filter(SafeFetcherPinningTest::isPublic).count())
                .extracting(peer -> peer.getAddress().getHostAddress())
                .containsOnly("93.184.216.34", "2606:2800:220:1:0:0:0:1");
    }

    private static boolean isPublic(List<String> addresses) {
        return addresses.stream().allMatch(each -> each.startsWith("93.") || each.startsWith("2606:"));
    }

    @Test
    void followsNoRedirectInwardsThatLeavesTls(@TempDir Path dir) throws Exception {
        var inwards = "HTTP/1.1 302 Found\r\nLocation: http://inside.example/\r\nContent-Length: 0\r\n\r\n";
        try (var secure = secureServer(dir, "secure.example").on("/", inwards)) {
            var net = new FakeNet(secure.address())
                    .name("secure.example", "93.184.216.34")
                    .name("inside.example", "10.0.0.9");

            assertThat(fetchSecurely(net, dir, "https://secure.example/"))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
            assertThat(net.connects()).hasSize(1);
        }
    }

    @Test
    void triesTheNextCheckedAddressWhereOneDoesNotAnswer() throws IOException {
        var closed = new InetSocketAddress(InetAddress.getLoopbackAddress(), unusedPort());
        var dead = InetAddress.ofLiteral("93.184.216.34");
        var alive = InetAddress.ofLiteral("93.184.216.35");

        try (var fetcher = new SafeFetcher(
                TestSettings.with(),
                _ -> List.of(dead, alive),
                address -> address.getAddress().equals(dead) ? closed : server.address(),
                SSLContexts.createDefault())) {
            assertThat(fetcher.fetch(get("http://two.example/"))).isInstanceOf(Answer.class);
        }
    }

    @Test
    void namesTheHostToTlsAndTakesItsCertificate(@TempDir Path dir) throws Exception {
        try (var secure = secureServer(dir, "secure.example").on("/", OK)) {
            var net = new FakeNet(secure.address()).name("secure.example", "93.184.216.34");

            assertThat(fetchSecurely(net, dir, "https://secure.example/")).isInstanceOf(Answer.class);
            assertThat(serverNames).containsExactly("secure.example");
            assertThat(net.connects())
                    .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("93.184.216.34"), 443));
        }
    }

    @Test
    void refusesACertificateForAnotherHost(@TempDir Path dir) throws Exception {
        try (var secure = secureServer(dir, "other.example").on("/", OK)) {
            var net = new FakeNet(secure.address()).name("secure.example", "93.184.216.34");

            assertThat(fetchSecurely(net, dir, "https://secure.example/"))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.TLS));
            assertThat(secure.calls()).isEmpty();
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor(@TempDir Path dir) throws Exception {
        try (var secure = secureServer(dir, "secure.example").on("/", OK)) {
            var net = new FakeNet(secure.address()).name("secure.example", "93.184.216.34");

            assertThat(fetch(net, "https://secure.example/"))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.TLS));
            assertThat(secure.calls()).isEmpty();
        }
    }

    /** Connects to a server of the test, wherever it is told to, and carries on what either says. */
    private static HostileServer proxyTo(HostileServer target, String authority) throws IOException {
        return new HostileServer().on(authority, call -> {
            call.say("HTTP/1.1 200 Connected\r\n\r\n");
            try (var there = new Socket(
                    InetAddress.getLoopbackAddress(), target.address().getPort())) {
                var back = Thread.startVirtualThread(() -> carry(there, call.socket()));
                carry(call.socket(), there);
                back.join();
            }
        });
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one side has hung up
        }
    }

    private static FetchRequest viaProxy(String url) {
        return get(url).proxy(URI.create("http://proxy.example:3128/"));
    }

    @Test
    void letsAProxyConnectToTheCheckedAddressAndTellsItNoName() throws IOException {
        try (var proxy = proxyTo(server, "93.184.216.34:80")) {
            var net = new FakeNet(proxy.address())
                    .name("news.example", "93.184.216.34")
                    .name("proxy.example", "10.0.0.5");

            try (var fetcher = net.fetcher(TestSettings.with("proxies=http://proxy.example:3128"))) {
                var request = viaProxy("http://news.example/").header("cookie", "secret");
                assertThat(fetcher.fetch(request)).isInstanceOf(Answer.class);
            }
            assertThat(net.connects()).containsExactly(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.5"), 3128));
            assertThat(proxy.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.head())
                            .startsWith("CONNECT 93.184.216.34:80 HTTP/1.1\r\n")
                            .doesNotContain("news.example", "secret"));
            assertThat(server.calls().getFirst().header("Host")).isEqualTo("news.example");
        }
    }

    @Test
    void speaksTlsThroughAProxyToTheHostThatWasMeant(@TempDir Path dir) throws Exception {
        try (var secure = secureServer(dir, "secure.example").on("/", OK);
                var proxy = proxyTo(secure, "93.184.216.34:443")) {
            var net = new FakeNet(proxy.address())
                    .name("secure.example", "93.184.216.34")
                    .name("proxy.example", "10.0.0.5");

            try (var fetcher = net.fetcher(TestSettings.with("proxies=http://proxy.example:3128"), tls(dir))) {
                assertThat(fetcher.fetch(viaProxy("https://secure.example/"))).isInstanceOf(Answer.class);
            }
            assertThat(serverNames).containsExactly("secure.example");
        }
    }

    @Test
    void asksNoProxyForWhatItWouldNotAskItself() {
        var net =
                new FakeNet(server.address()).name("inside.example", "10.0.0.9").name("proxy.example", "10.0.0.5");

        try (var fetcher = net.fetcher(TestSettings.with("proxies=http://proxy.example:3128"))) {
            assertThat(fetcher.fetch(viaProxy("http://inside.example/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
        }
        assertThat(net.connects()).isEmpty();
    }

    @Test
    void takesNoProxyThatTheOperatorDoesNotAllow() {
        var net = new FakeNet(server.address())
                .name("news.example", "93.184.216.34")
                .name("proxy.example", "10.0.0.5");

        try (var fetcher = net.fetcher(TestSettings.with("proxies=http://proxy.example:3129"))) {
            assertThat(fetcher.fetch(viaProxy("http://news.example/")))
                    .isEqualTo(new Failed(
                            Reason.FORBIDDEN_ADDRESS,
                            "the proxy is none of those that the operator allows (tidings.fetch.proxies)"));
        }
        assertThat(net.connects()).isEmpty();
    }

    @Test
    void saysThatAProxyRefuses() {
        server.on("93.184.216.34:80", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        var net = new FakeNet(server.address())
                .name("news.example", "93.184.216.34")
                .name("proxy.example", "10.0.0.5");

        try (var fetcher = net.fetcher(TestSettings.with("proxies=http://proxy.example:3128"))) {
            assertThat(fetcher.fetch(viaProxy("http://news.example/")))
                    .isEqualTo(new Failed(Reason.UNREACHABLE, "the proxy does not connect to the host (403)"));
        }
    }

    private static Fetched fetch(FakeNet net, String url) {
        try (var fetcher = net.fetcher(TestSettings.with())) {
            return fetcher.fetch(get(url));
        }
    }

    private static Fetched fetchSecurely(FakeNet net, Path dir, String url) throws Exception {
        try (var fetcher = net.fetcher(TestSettings.with(), tls(dir))) {
            return fetcher.fetch(get(url));
        }
    }

    private static FetchRequest get(String url) {
        return FetchRequest.get(URI.create(url));
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HostileServer secureServer(Path dir, String host) throws Exception {
        makeCertificate(dir, host);
        var listener = (SSLServerSocket) tls(dir).getServerSocketFactory().createServerSocket();
        var parameters = listener.getSSLParameters();
        parameters.setSNIMatchers(List.of(new SNIMatcher(0) {
            @Override
            public boolean matches(SNIServerName name) {
                return serverNames.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
            }
        }));
        listener.setSSLParameters(parameters);
        return new HostileServer(listener);
    }

    private static SSLContext tls(Path dir) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(dir.resolve("store.p12").toFile(), PASSWORD);
        return SSLContexts.custom()
                .loadKeyMaterial(store, PASSWORD)
                .loadTrustMaterial(store, null)
                .build();
    }

    private static void makeCertificate(Path dir, String host) throws IOException, InterruptedException {
        var log = dir.resolve("keytool.log").toFile();
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        dir.resolve("store.p12").toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        assertThat(made).describedAs(Files.readString(log.toPath())).isZero();
    }
}
