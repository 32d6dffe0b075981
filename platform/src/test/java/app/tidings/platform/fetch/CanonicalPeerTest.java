package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;

/** What the canonical address says is where a fetch of it goes, whatever the text was that it was made of. */
class CanonicalPeerTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");

    /** {@code -Dtidings.tries=1000000} tries more. */
    private static final int TRIES = Integer.getInteger("tidings.tries", 20_000);

    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final List<InetSocketAddress> connects = new CopyOnWriteArrayList<>();

    @Test
    void connectsToTheHostAndPortOfTheCanonicalAddress() throws Exception {
        var random = new Random(13);
        var compared = 0;
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), unusedPort());
        try (var fetcher = fetcher(nobody)) {
            for (var i = 0; i < TRIES; i++) {
                if (CanonicalUrl.of("http://" + randomText(random)) instanceof Canonical.Valid(var url)) {
                    compared += compare(url, fetcher);
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    private int compare(URI url, SafeFetcher fetcher) {
        lookups.clear();
        connects.clear();
        fetcher.fetch(FetchRequest.get(url));
        assertThat(lookups).allSatisfy(name -> assertThat(name).isEqualTo(url.getHost()));
        assertThat(connects).allSatisfy(peer -> assertThat(peer.getPort()).isEqualTo(port(url)));
        return lookups.isEmpty() || connects.isEmpty() ? 0 : 1;
    }

    private static int port(URI url) {
        var ofScheme = url.getScheme().equals("https") ? 443 : 80;
        return url.getPort() < 0 ? ofScheme : url.getPort();
    }

    private SafeFetcher fetcher(InetSocketAddress nobody) {
        return new SafeFetcher(
                TestSettings.with("extra-ports=8080,1"),
                name -> {
                    lookups.add(name);
                    return List.of(PUBLIC);
                },
                address -> {
                    connects.add(address);
                    return nobody;
                },
                SSLContexts.createDefault());
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String randomText(Random random) {
        var pieces = new String[] {
            "a",
            "b.c",
            ".",
            "www.",
            "m.",
            "@",
            "\\",
            "#",
            "[",
            "]",
            "%00",
            "%2e",
            ":",
            ":80",
            ":8080",
            ":443",
            "/",
            "/",
            "?",
            "。",
            "１",
            "ü",
            "0x7f",
            "127.1",
            "xn--",
            "-",
            "/url?q=http://a.example",
            "google.com",
            "x"
        };
        var text = new StringBuilder();
        for (var i = 1 + random.nextInt(7); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
