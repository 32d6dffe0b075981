package app.tidings.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            https://example.com/a -> https://example.com/a
            https://example.com -> https://example.com/
            https://example.com? -> https://example.com/
            https://example.com/a? -> https://example.com/a
            https://example.com/a?& -> https://example.com/a
            https://example.com/a?x=1&&y=2 -> https://example.com/a?x=1&y=2
            ` https://example.com/a ` -> https://example.com/a
            HTTPS://Example.COM/Path -> https://example.com/Path
            http://example.com/a -> https://example.com/a
            http://example.com:80/a -> https://example.com/a
            https://example.com:443/a -> https://example.com/a
            https://example.com:/a -> https://example.com/a
            https://example.com:0443/a -> https://example.com/a
            http://example.com:8080/a -> http://example.com:8080/a
            http://localhost/a -> http://localhost/a
            http://shop.localhost/a -> http://shop.localhost/a
            http://intranet/a -> http://intranet/a
            http://93.184.216.34/a -> http://93.184.216.34/a
            http://0x5db8d822/a -> http://93.184.216.34/a
            http://[2606:2800:220:1::5]/a -> http://[2606:2800:220:1:0:0:0:5]/a
            https://example.com./a -> https://example.com/a
            https://bücher.example/a -> https://xn--bcher-kva.example/a
            https://BÜCHER.example/a -> https://xn--bcher-kva.example/a
            https://例え.example/a -> https://xn--r8jz45g.example/a
            https://example。com/a -> https://example.com/a
            https://ｅｘａｍｐｌｅ.com/a -> https://example.com/a
            https://example.com/a#part -> https://example.com/a
            https://example.com/a# -> https://example.com/a
            https://example.com/a#:~:text=word -> https://example.com/a
            https://example.com/#!/topic/7 -> https://example.com/#!/topic/7
            https://example.com/app#/topic/7 -> https://example.com/app#/topic/7
            https://example.com/#/ -> https://example.com/
            https://example.com/app#id=7:~:text=word -> https://example.com/app#id=7
            https://example.com/a#utm_source=feed -> https://example.com/a
            https://example.com/a.pdf#page=4&zoom=100 -> https://example.com/a.pdf
            https://example.com/a/ -> https://example.com/a
            https://example.com/a// -> https://example.com/a//
            https://www.example.com/a -> https://example.com/a
            https://www.m.example.com/a -> https://example.com/a
            https://mobile.example.co.uk/a -> https://example.co.uk/a
            https://amp.example.com/a -> https://example.com/a
            https://example.com/index.html -> https://example.com/
            https://example.com/a/index.htm?b=1 -> https://example.com/a?b=1
            https://example.com/2026/a-story/amp/ -> https://example.com/2026/a-story
            https://example.com/a-story.amp.html -> https://example.com/a-story.html
            https://example.com/amp/a-story -> https://example.com/a-story
            https://example.com/a?amp=1&outputType=amp -> https://example.com/a
            https://example.com/a?b=2&a=1&b=1 -> https://example.com/a?a=1&b=2&b=1
            https://example.com/a?u=https%3A%2F%2Fb.example%2F -> https://example.com/a?u=https://b.example/
            https://example.com/a?q=b%20c -> https://example.com/a?q=b+c
            https://example.com/%40a%2Cb%28c%29 -> https://example.com/@a,b(c)
            https://example.com/a;jsessionid=1F?b=1 -> https://example.com/a?b=1
            https://example.com/a?ref=letter.example.org -> https://example.com/a
            https://example.com/a?source=rss -> https://example.com/a
            https://example.com/a/./b -> https://example.com/a/b
            https://example.com/a/../b -> https://example.com/b
            https://example.com/../../b -> https://example.com/b
            https://example.com/a/b/.. -> https://example.com/a
            https://example.com/a/. -> https://example.com/a
            https://example.com/a/%2e%2E/b -> https://example.com/b
            https://example.com/%7euser -> https://example.com/~user
            https://example.com/%41%2d -> https://example.com/A-
            https://example.com/a%2fb -> https://example.com/a%2Fb
            https://example.com/文章 -> https://example.com/%E6%96%87%E7%AB%A0
            https://example.com/%e6%96%87 -> https://example.com/%E6%96%87
            https://example.com/😀 -> https://example.com/%F0%9F%98%80
            https://example.com/a b -> https://example.com/a%20b
            https://example.com/100% -> https://example.com/100%25
            https://example.com/a|b -> https://example.com/a%7Cb
            https://example.com/a?q=周刊 -> https://example.com/a?q=%E5%91%A8%E5%88%8A
            https://example.com/a?q[]=1 -> https://example.com/a?q%5B%5D=1
            https://example.com/a?utm_source=feed -> https://example.com/a
            https://example.com/a?UTM_Source=feed -> https://example.com/a
            https://example.com/a?utm%5Fsource=feed -> https://example.com/a
            https://example.com/a?utm_source=feed&id=1&utm_medium=rss -> https://example.com/a?id=1
            https://example.com/a?id=1&fbclid=x&gclid=y -> https://example.com/a?id=1
            https://example.com/a?mc_cid=1&mc_eid=2&igshid=3 -> https://example.com/a
            https://dev.aliyun.example/a?spm=a2c4e.11.0 -> https://dev.aliyun.example/a
            https://juejin.cn/post/7?share_token=abc -> https://juejin.cn/post/7
            https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1&sn=a&scene=21&from=timeline#rd -> https://mp.weixin.qq.com/s?__biz=M&idx=1&mid=2&sn=a
            https://www.bilibili.com/video/BV1/?spm_id_from=333.1&vd_source=e1&p=2 -> https://bilibili.com/video/BV1?p=2
            https://youtu.be/abc?si=zzz&t=30 -> https://youtube.com/watch?v=abc
            https://x.com/a/status/1?s=20&t=abc -> https://x.com/i/status/1
            https://medium.com/p/1?source=rss -> https://medium.com/p/1
            https://letter.substack.com/p/one?r=2abc -> https://letter.substack.com/p/one
            """)
    void makesOneAddressOfAllSpellings(String shown, String canonical) {
        assertThat(CanonicalUrl.of(shown)).hasToString("Valid[url=" + canonical + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " <> ", quoteCharacter = '`', textBlock = """
            https://example.com/a <> https://example.com/A
            https://example.com/a <> https://example.com//a
            https://example.com/a <> https://example.com:8443/a
            http://example.com:8080/a <> https://example.com:8080/a
            http://93.184.216.34/a <> https://93.184.216.34/a
            https://example.com/p?id=1 <> https://example.com/p?id=2
            https://example.com/p?id=1 <> https://example.com/p
            https://example.com/p?id=1 <> https://example.com/p?ID=1
            https://example.com/p?a <> https://example.com/p?a=
            https://example.com/p?q=a+b <> https://example.com/p?q=a%2Bb
            https://example.com/a%2Fb <> https://example.com/a/b
            https://example.com/a%3Fb <> https://example.com/a?b
            https://example.com/a%23b <> https://example.com/a#b
            https://example.com/a%2526 <> https://example.com/a%26
            https://example.com/#!/one <> https://example.com/#!/two
            https://example.com/#/one <> https://example.com/
            https://example.com/app#topic/7 <> https://example.com/app#topic/8
            https://example.com/app#id=7 <> https://example.com/app#id=8
            https://m.example.com/ <> https://example.com/
            https://m.github.io/a <> https://github.io/a
            https://m.com.cn/a <> https://com.cn/a
            https://blog.example.com/a <> https://example.com/a
            https://example.com/a;v=1 <> https://example.com/a;v=2
            https://example.com/guitars/amp <> https://example.com/guitars
            https://example.com/amp/guitars <> https://example.com/guitars
            https://example.com/p?a=1&a=2 <> https://example.com/p?a=2&a=1
            https://example.com/p?a&b <> https://example.com/p?b&a
            https://example.com/p?a=b%26c <> https://example.com/p?a=b&c
            https://example.com/p?a%3D=b <> https://example.com/p?a==b
            https://example.com/p?source=reddit <> https://example.com/p?source=hackernews
            https://git.example.com/file?ref=main <> https://git.example.com/file?ref=next
            https://github.com/a/b/x?ref=one.two <> https://github.com/a/b/x?ref=one.three
            https://example.com/?from=home <> https://example.com/
            https://example.com/doc?share_token=a <> https://example.com/doc?share_token=b
            https://example.com/p?source=a <> https://example.com/p?source=b
            https://example.com/p?s=1 <> https://example.com/p?s=2
            https://example.com/p?r=1 <> https://example.com/p
            https://example.com/p?page=2 <> https://example.com/p
            https://example.com/p?ref=a <> https://example.com/p?ref=b
            https://example.com/p?autm_source=1 <> https://example.com/p
            https://mp.weixin.qq.com/s?mid=1&sn=a <> https://mp.weixin.qq.com/s?mid=2&sn=a
            https://notjuejin.cn/post/7?share_token=a <> https://notjuejin.cn/post/7
            https://x.com/search?s=1 <> https://x.com/search?s=2
            https://www.youtube.com/watch?v=a <> https://www.youtube.com/watch?v=A
            https://bücher.example/ <> https://bucher.example/
            """)
    void keepsTwoPagesApart(String one, String other) {
        assertThat(CanonicalUrl.of(one)).isInstanceOf(Canonical.Valid.class).isNotEqualTo(CanonicalUrl.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.com/a",
                "//example.com/a",
                "/a",
                "javascript:alert(1)",
                "javascript://example.com/%0Aalert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "ftp://example.com/a",
                "mailto:someone@example.com",
                "http:/example.com/a",
                "http:example.com/a",
                "https://",
                "https:///a",
                "https://?a",
                "https://user@example.com/a",
                "https://user:secret@example.com/a",
                "https://@example.com/a",
                "https://example.com:0/a",
                "https://example.com:65536/a",
                "https://example.com:8o/a",
                "https://example.com:80:80/a",
                "https://exa mple.com/a",
                "https://exam%70le.com/a",
                "https://example..com/a",
                "https://.example.com/a",
                "https://-example.com/a",
                "https://exam_ple.com/a",
                "https://1.2.3.4.5/a",
                "https://256.1.1.1/a",
                "https://[::1/a",
                "https://[fe80::1%25eth0]/a",
                "https://straße.example/a",
                "https://example.com\\@evil.example/a",
                "https://example.com/a\\b",
                "https://example.com/a\nb",
                "https://example.com/a\u0000b",
                "https://example.com/\ud800",
                "https://℀.example/a",
            })
    void refusesWhatIsNoAddress(String shown) {
        assertThat(CanonicalUrl.of(shown)).isInstanceOf(Canonical.Refused.class);
    }

    @Test
    void saysWhyItRefusesAndRepeatsNothing() {
        assertThat(CanonicalUrl.of("https://user:secret@example.com/"))
                .isEqualTo(new Canonical.Refused("contains a user name"));
        assertThat(CanonicalUrl.of("https://secret..com/"))
                .isEqualTo(new Canonical.Refused("the host is missing or not valid"));
        assertThat(CanonicalUrl.of("secret")).isEqualTo(new Canonical.Refused("not an http or https address"));
    }

    @Test
    void readsUpToItsLongestText() {
        var start = "https://example.com/";

        assertThat(CanonicalUrl.of(start + "a".repeat(4096 - start.length()))).isInstanceOf(Canonical.Valid.class);
        assertThat(CanonicalUrl.of(start + "a".repeat(4097 - start.length())))
                .isEqualTo(new Canonical.Refused("longer than 4096 characters"));
        assertThat(CanonicalUrl.of(start + "语".repeat(452))).isInstanceOf(Canonical.Valid.class);
        assertThat(CanonicalUrl.of(start + "语".repeat(453))).isInstanceOf(Canonical.Refused.class);
    }

    @Test
    void takesAnyTextAndIsStableOnItsOwnResult() {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++) {
            if (CanonicalUrl.of(randomText(random)) instanceof Canonical.Valid(var url)) {
                assertThat(CanonicalUrl.of(url.toString())).isEqualTo(new Canonical.Valid(url));
                assertThat(url.getHost()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#pako:",
                "?m=1&",
                "#aB3-",
                "/L0/https:%2F%2Fa/1/",
                "/.",
                "/..",
                "%2e",
                "&",
                "?",
                "%",
                "#!",
                "/a/..",
                "&utm_a=1",
                "语",
                "[",
                "@",
                "."
            })
    void takesTimeInProportionToTheText(String part) {
        var shown = "https://example.com/" + part.repeat(4000 / part.length());

        var cpu = ManagementFactory.getThreadMXBean();
        var started = cpu.getCurrentThreadCpuTime();
        for (var i = 0; i < 100; i++) {
            CanonicalUrl.of(shown);
        }

        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            http://www.example.com/a/ -> http://www.example.com/a/
            HTTP://M.Example.com:80/a/index.html -> http://m.example.com/a/index.html
            https://example.com/a?b=2&utm_source=x&a=1#part -> https://example.com/a?b=2&a=1
            https://www.google.com/url?q=http%3A%2F%2Fexample.com%2Fa%2F -> http://example.com/a/
            https://www.nytimes.com/2026/a.html?unlocked_article_code=x -> https://www.nytimes.com/2026/a.html?unlocked_article_code=x
            https://medium.com/@b/a-1a2b3c4d5e6f?sk=x&source=y -> https://medium.com/@b/a-1a2b3c4d5e6f?sk=x
            https://blog.example.com/2026/05/a.html?m=1 -> https://blog.example.com/2026/05/a.html
            https://github.com/A/B/issues/1?utm_source=x#issuecomment-5 -> https://github.com/A/B/issues/1#issuecomment-5
            https://mermaid.live/edit#pako:eNpVjk0KwjAQha8SZqXQXiALwbYqbkQXdpd0 -> https://mermaid.live/edit#pako:eNpVjk0KwjAQha8SZqXQXiALwbYqbkQXdpd0
            """)
    void cleansAnAddressAndLeavesItWhereItAnswers(String shown, String clean) {
        assertThat(CanonicalUrl.clean(shown)).hasToString("Valid[url=" + clean + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://link.zhihu.com/?target=",
                "https://href.li/?",
                "https://href.li/?utm_source=x&",
                "https://m.douban.com/link2/?url=",
            })
    void followsFiveDetoursInEachOtherAndRefusesMore(String detour) {
        var target = "https://example.com/a";

        assertThat(CanonicalUrl.of(detour.repeat(5) + target)).isEqualTo(CanonicalUrl.of(target));
        assertThat(CanonicalUrl.of(detour.repeat(12) + target)).isEqualTo(new Canonical.Refused("leads on too often"));
    }

    @Test
    void cleansNothingThatTheCanonicalAddressStandsOn() {
        var random = new Random(9);
        for (var i = 0; i < 100_000; i++) {
            var shown = randomText(random);
            if (CanonicalUrl.clean(shown) instanceof Canonical.Valid(var clean)) {
                assertThat(CanonicalUrl.of(clean.toString())).isEqualTo(CanonicalUrl.of(shown));
                assertThat(CanonicalUrl.clean(clean.toString())).isEqualTo(new Canonical.Valid(clean));
            }
        }
    }

    private static String randomText(Random random) {
        var pieces = new String[] {
            "a",
            "B",
            ".",
            "..",
            "/",
            "/",
            "?",
            "&",
            "=",
            "#",
            "!",
            "%",
            "%2e",
            "%41",
            ":",
            "@",
            "[",
            "]",
            "\\",
            "ü",
            "。",
            "１",
            "\u200d",
            "\ud83d",
            "😀",
            "0x7f",
            "80",
            " ",
            "\t",
            "utm_x=1",
            "-",
            "_",
            "~",
            "|",
            "+",
            "xn--",
            "www.",
            "m.",
            "amp",
            ".html",
            "index.html",
            ";jsessionid=1",
            "%20",
            "%3D",
            "ref=rss",
            "google.com",
            "/url?q=http://",
            "x.com",
            "/status/1",
            "github.com",
            ".git",
            "youtu.be",
            "%25",
            ":~:",
            "//",
            "m=1",
            ".blogspot.de",
            "/2026/05/a.html",
            "issuecomment-5",
            "pako:",
            "eNpVjk0KwjAQha8SZqXQXiALwbYqbk0",
            "%0A",
            "{\"",
            "href.li/?",
            "https://",
            "/L0/https:%2F%2F",
            "/1/"
        };
        var text = new StringBuilder(random.nextInt(10) == 0 ? "" : "http://");
        for (var i = random.nextInt(12); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
