package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No packet leaves for an address that is not public, however it is written and whoever sends us there. */
class SafeFetcherForbiddenTest {

    private HostileServer server;
    private FakeNet net;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer().on("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        net = new FakeNet(server.address())
                .name("news.example", "93.184.216.34")
                .name("other.example", "93.184.216.35")
                .name("localhost", "127.0.0.1", "::1")
                .name("metadata.example", "169.254.169.254")
                .name("internal.example", "10.0.0.1");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<String> special() {
        return Stream.concat(
                SpecialHosts.ALL.stream().map("http://%s/"::formatted),
                Stream.of(
                        "http://127.0.0.1:80/",
                        "https://127.0.0.1/",
                        "http://169.254.169.254/latest/meta-data/",
                        "http://metadata.example/",
                        "http://internal.example/"));
    }

    @ParameterizedTest
    @MethodSource("special")
    void connectsToNoSpecialAddressInWhateverNotation(String url) {
        assertThat(reasonOf(URI.create(url))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(net.connects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example@127.0.0.1/",
                "http://news.example:80@127.0.0.1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1%25lo]/",
                "http://127.0.0.%31/",
                "http://news.example%00.internal.example/",
                "http:///etc/passwd",
                "http://256.256.256.256/",
                "http://127.0.0.1.1/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "jar:http://news.example/a.jar!/b",
                "ftp://news.example/",
                "data:text/plain,hello",
                "netdoc:///etc/passwd",
                "mailto:someone@news.example",
                "/relative",
                "http:relative",
            })
    void asksNothingAtWhatIsNoPlainWebAddress(String url) {
        assertThat(reasonOf(URI.create(url))).isEqualTo(Reason.BAD_URL);
        assertThat(net.connects()).isEmpty();
        assertThat(net.lookups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectToASpecialAddress(int status) {
        for (var target : List.of(
                "http://127.0.0.1/",
                "//127.0.0.1/",
                "http://2130706433/",
                "https://[::1]/",
                "http://localhost/",
                "http://internal.example/",
                "HTTP://INTERNAL.EXAMPLE/")) {
            server.on("/start", redirect(status, target));

            assertThat(reasonOf(URI.create("http://news.example/start"))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        }
        assertThat(server.calls()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void followsNoRedirectToASpecialAddressHoweverLateItComes(int hops) {
        IntStream.range(1, hops).forEach(hop -> server.on("/" + hop, redirect(302, "/" + (hop + 1))));
        server.on("/" + hops, redirect(302, "http://internal.example/"));

        try (var fetcher = net.fetcher(TestSettings.with())) {
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://news.example/1"))))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
                        assertThat(failed.detail()).startsWith("it redirects to internal.example: ");
                    });
        }
        assertThat(server.calls()).hasSize(hops);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "javascript:alert(1)",
                "ftp://news.example/",
                "http://user:password@news.example/",
                "http://news.example\\@127.0.0.1/",
                "/\\127.0.0.1/",
                "http://",
                "http://news.example:99999/",
                "http://[::1",
            })
    void followsNoRedirectToWhatIsNoWebAddress(String location) {
        server.on("/start", redirect(302, location));

        assertThat(reasonOf(URI.create("http://news.example/start"))).isEqualTo(Reason.BAD_REDIRECT);
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"22,false", "25,false", "6379,false", "8080,false", "9000,true", "443,true", "80,true"})
    void asksPublicAddressesAtWebPortsAndConfiguredOnesOnly(int port, boolean allowed) {
        var settings = TestSettings.with("extra-ports=9000");

        try (var fetcher = net.fetcher(settings)) {
            var fetched = fetcher.fetch(FetchRequest.get(URI.create("http://news.example:%d/".formatted(port))));
            assertThat(fetched instanceof Answer).isEqualTo(allowed);
        }
        assertThat(net.connects()).hasSize(allowed ? 1 : 0);
    }

    @Test
    void reachesAnAllowedPrivateBlockOnAnyPortAndNoOther() {
        var settings = TestSettings.with("allowed-private=10.0.0.0/24,::1/128");

        try (var fetcher = net.fetcher(settings)) {
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://internal.example:8080/"))))
                    .isInstanceOf(Answer.class);
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://10.0.1.1/"))))
                    .isInstanceOf(Failed.class);
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://127.0.0.1/"))))
                    .isInstanceOf(Failed.class);
        }
        assertThat(net.connects()).hasSize(1);
    }

    @Test
    void asksNoHostThatIsRefusedByName() {
        var settings = TestSettings.with("refused-hosts=news.example");

        try (var fetcher = net.fetcher(settings)) {
            assertThat(fetcher.fetch(FetchRequest.get(URI.create("http://NEWS.example./"))))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
        }
        assertThat(net.connects()).isEmpty();
    }

    private Reason reasonOf(URI url) {
        try (var fetcher = net.fetcher(TestSettings.with())) {
            return fetcher.fetch(FetchRequest.get(url)) instanceof Failed failed ? failed.reason() : Reason.PROTOCOL;
        }
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n".formatted(status, location);
    }
}
