package app.tidings.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.address.HttpUrl.Parsed;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1/,           127.0.0.1
            http://127.1/,               127.0.0.1
            http://127.0.1/,             127.0.0.1
            http://2130706433/,          127.0.0.1
            http://0x7f000001/,          127.0.0.1
            http://0X7F.0.0.1/,          127.0.0.1
            http://0x7f.1/,              127.0.0.1
            http://017700000001/,        127.0.0.1
            http://0177.0.0.01/,         127.0.0.1
            http://127.0.0.1./,          127.0.0.1
            http://１２７.０.０.１/,       127.0.0.1
            http://127。0。0。1/,         127.0.0.1
            http://127．0．0．1/,         127.0.0.1
            http://①②⑦.0.0.1/,          127.0.0.1
            http://🯱🯲🯷.0.0.🯱/,          127.0.0.1
            http://[::ffff:127.0.0.1]/,  127.0.0.1
            http://[::ffff:7f00:1]/,     127.0.0.1
            http://0/,                   0.0.0.0
            http://[::]/,                0:0:0:0:0:0:0:0
            http://[::127.0.0.1]/,       0:0:0:0:0:0:7f00:1
            """)
    void readsEveryNotationOfAnAddressAsThatAddress(String text, String address) {
        var url = good(HttpUrl.parse(text));

        assertThat(url.host().literal()).isNotNull();
        assertThat(url.host().name()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x/",
                "http://0x7g/",
                "http://4294967296/",
                "http://1.2.3.4.5/",
                "http://127.0.0.1.example.0/",
                "http://127..1/",
                "http://08.0.0.1/",
                "http://[1::2::3]/",
                "http://[127.0.0.1]/",
                "http://[::1%25lo]/",
                "http://[::1%lo]/",
                "http://[v1.a]/",
                "http://127.0.0.%31/",
                "http://127.0.0.1%00.example.com/",
                "http://example.com:80@127.0.0.1/",
                "http://example.com\\@127.0.0.1/",
                "http://example.com\t/",
                "http:// example.com/",
                "http://example.com:-80/",
                "http://example.com:+80/",
                "http://example.com:８０/",
                "http://example.com:000080/",
                "ｈttp://example.com/",
                "http:\\\\example.com/",
                "jar:http://example.com/a!/b",
            })
    void refusesWhatTwoReadersCouldReadDifferently(String text) {
        assertThat(HttpUrl.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            /new,                     https://example.com/new
            new,                      https://example.com/a/new
            ./new,                    https://example.com/a/new
            ../new,                   https://example.com/new
            ../../new,                https://example.com/new
            ?p=2,                     https://example.com/a/b?p=2
            #part,                    https://example.com/a/b?q=1#part
            ``,                       https://example.com/a/b?q=1
            //other.example/x,        https://other.example/x
            http://other.example/x,   http://other.example/x
            x/y:z,                    https://example.com/a/x/y:z
            """)
    void resolvesReferences(String reference, String expected) {
        var base = good(HttpUrl.parse("https://example.com/a/b?q=1"));

        assertThat(good(base.resolve(reference))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "//user@example.com/", "/\\example.com", "https:x"})
    void resolvesNoReferenceToWhatIsNoAddress(String reference) {
        var base = good(HttpUrl.parse("https://example.com/a/b?q=1"));

        assertThat(base.resolve(reference)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void takesNothingBeyondItsLongestText() {
        var start = "https://example.com/";

        assertThat(HttpUrl.parse(start + "a".repeat(8192 - start.length()))).isInstanceOf(Good.class);
        assertThat(HttpUrl.parse(start + "a".repeat(8193 - start.length()))).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void agreesWithThePlatformsReaderOnHostAndPort() {
        var random = new Random(11);
        var compared = 0;
        for (var i = 0; i < 1_000_000; i++) {
            var text = "http://" + randomText(random);
            if (HttpUrl.parse(text) instanceof Good(var url)) {
                assertThat(url.uri().getHost()).isEqualTo(url.host().inAuthority());
                var other = readByPlatform(text);
                if (other != null && other.getHost() != null && url.host().literal() == null) {
                    assertThat(other.getHost())
                            .isIn(url.host().name(), url.host().name() + ".");
                    assertThat(other.getPort()).isIn(url.port(), -1);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static @Nullable URI readByPlatform(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String randomText(Random random) {
        var alphabet = "@\\#[]%0:/.?a1x-f";
        var text = new StringBuilder();
        for (var i = 1 + random.nextInt(9); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static HttpUrl good(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Good.class);
        return ((Good) parsed).url();
    }
}
