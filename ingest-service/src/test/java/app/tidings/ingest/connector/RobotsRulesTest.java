package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 9309, and what is left to doubt. */
class RobotsRulesTest {

    private static boolean allows(String document, String path) {
        return RobotsRules.of(document.getBytes(UTF_8), "Tidings").allow(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                  | /any                | false
            /page              | /page               | false
            /page              | /pages?q=1          | false
            /page              | /Page               | true
            /page$             | /page               | false
            /page$             | /pages              | true
            /*.php             | /a/b.php?x          | false
            /*.php$            | /a/b.php            | false
            /*.php$            | /a/b.php?x          | true
            /*.php$            | /a.php/b.php        | false
            /a*b*c             | /a1b2c3             | false
            /a*b*c             | /a1c2b3             | true
            /a*a$              | /a                  | true
            /a*a$              | /aa                 | false
            /foo/bar?baz=https://foo.bar | /foo/bar?baz=https://foo.bar | false
            /foo/bar/ツ        | /foo/bar/%E3%83%84  | false
            /foo/bar/%e3%83%84 | /foo/bar/ツ         | false
            /foo/bar/%62%61%7A | /foo/bar/baz        | false
            /a%2Fb             | /a/b                | true
            /robots.txt        | /robots.txt         | true
            """)
    void matchAPathAsTheStandardSays(String pattern, String path, boolean allowed) {
        assertThat(allows("user-agent: *\ndisallow: " + pattern, path)).isEqualTo(allowed);
    }

    @Test
    void letTheLongestRuleDecideAndTheKinderOfTwoAsLong() {
        var document = "user-agent: *\ndisallow: /\nallow: /example/page/\ndisallow: /example/page/disallowed.gif\n"
                + "disallow: /same\nallow: /same";

        assertThat(allows(document, "/example/page/ok.html")).isTrue();
        assertThat(allows(document, "/example/page/disallowed.gif")).isFalse();
        assertThat(allows(document, "/other")).isFalse();
        assertThat(allows(document, "/same")).isTrue();
    }

    @Test
    void areThoseOfEveryGroupThatNamesTheCrawlerElseThoseForAll() {
        var document = """
                User-Agent: *
                Disallow: /for-all
                Sitemap: https://a.example/sitemap.xml

                User-agent: other
                User-agent: tidings/0.1 # us
                Disallow: /for-both
                Crawl-delay: 9

                User-agent: TIDINGS
                Disallow: /for-us
                """;

        assertThat(allows(document, "/for-all")).isTrue();
        assertThat(allows(document, "/for-both")).isFalse();
        assertThat(allows(document, "/for-us")).isFalse();
        assertThat(RobotsRules.of(document.getBytes(UTF_8), "Stranger").allow("/for-all"))
                .isFalse();
        assertThat(RobotsRules.of(document.getBytes(UTF_8), "Tid").allow("/for-us"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-agent: *;disallow:             | true
            disallow: /                         | true
            user-agent: *;Disallow : /          | false
            user-agent: *;DISALLOW: / # all     | false
            user-agent:*;disallow:/             | false
            <html><body>404</body></html>       | true
            user-agent: x;user-agent: *;allow: /b;disallow: / | false
            user-agent: tidings;disallow: ;user-agent: *;disallow: / | true
            """)
    void areReadForgivingly(String lines, boolean allowed) {
        assertThat(allows(lines.replace(';', '\n'), "/page")).isEqualTo(allowed);
        assertThat(allows("\ufeff" + lines.replace(";", "\r\n"), "/page")).isEqualTo(allowed);
    }

    @Test
    void endAfterTheirFirst500KiB() {
        var head = "user-agent: *\ndisallow: /early\n";
        var filler = "#".repeat(500 * 1024 - head.length() - 1) + "\n";

        assertThat(allows(head + filler + "disallow: /late", "/late")).isTrue();
        assertThat(allows(head + filler + "disallow: /late", "/early")).isFalse();
    }
}
