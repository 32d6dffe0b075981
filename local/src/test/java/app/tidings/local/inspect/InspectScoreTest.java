package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectScoreTest {

    private static final String EXPECTED = """
            {"file":"a.xml","informative":true,"reference":{"title":"Tide","link":"https://a.example/","entries":\
            [{"title":"One","link":"https://A.example/1","published":"%s"}]},\
            "checks":[{"path":["feed","title"],"op":"eq","value":"Tide"},{"path":["bozo"],"op":"eq","value":"1"}]}
            {"file":"missing.xml","informative":false,"reference":{"title":null,"entries":[]}}
            """;

    @TempDir
    private Path corpus;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void feed() throws IOException {
        write("feeds/a.xml", """
                <rss version="2.0"><channel><title>Tide</title><link>https://a.example</link>
                <item><title>One</title><link>https://a.example/1</link><pubDate>Mon, 16 Nov 2026 08:30:00 GMT</pubDate></item>
                </channel></rss>""");
    }

    private void write(String name, String text) throws IOException {
        var file = corpus.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int score() {
        return Inspect.run(
                List.of("score", "--corpus", corpus.toString()),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void countsFeedsThatAreReadAsOthersReadThem() throws IOException {
        write("feeds/expected.jsonl", EXPECTED.formatted("2026-11-16T08:30:00Z"));

        assertThat(score()).isZero();
        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("feeds"),
                        line -> assertThat(line).startsWith("match       100.00 % (1/1), wanted 97 %, reached"),
                        line -> assertThat(line).startsWith("assertions  100.00 % (1/1)"),
                        line -> assertThat(line).startsWith("dates       100.00 % (1/1)"),
                        line -> assertThat(line).startsWith("read        100.00 % (1/1)"));
    }

    @Test
    void endsWithAnotherStatusAndNamesTheFileWhereAGoalIsMissed() throws IOException {
        write("feeds/expected.jsonl", EXPECTED.formatted("2026-11-16T00:30:00Z"));

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains("match         0.00 % (0/1), wanted 97 %, MISSED")
                .contains("  no match: a.xml\n", "  no dates: a.xml\n");
    }

    @Test
    void judgesPairsOfAddresses() throws IOException {
        write("url/vectors-sample.tsv", """
                kind\ta\tb\trule
                equal\thttps://a.example/?utm_source=x\thttps://a.example/\tutm
                differ\thttps://a.example/1\thttps://a.example/2\tpath
                differ\thttps://a.example/3#x\thttps://a.example/3\tfragment
                refuse\tjavascript:alert(1)\t\tscheme
                """);

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains("equal       100.00 % (1/1)", "differ       50.00 % (1/2), wanted 100 %, MISSED")
                .contains("refuse      100.00 % (1/1)")
                .contains("  no differ: differ\thttps://a.example/3#x");
    }

    @Test
    void judgesTheLanguageOfTitles() throws IOException {
        write("language/titles-sample.tsv", """
                text\tlang\tkind
                把队列变快的三个办法\tzh-Hans\ttitle
                How we made the queue fast\tfr\ttitle
                """);

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains(
                        "language     50.00 % (1/2), wanted 99 %, MISSED",
                        "  no language: How we made the queue fast\tfr");
    }

    @Test
    void judgesTheMarksThatAddressesAloneWouldGive() throws IOException {
        write("language/linked-pages.tsv", """
                url\ttitle\tpage_lang\tsection\tissue
                https://notes.example.cn/queue\t队列\tzh\tarticles\t1
                https://notes.example/en/queue\t队列\tzh\tarticles\t1
                https://notes.example/queue\t队列\ten\tarticles\t1
                """);

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains(
                        "agree        50.00 % (1/2), wanted 95 %, MISSED",
                        "told         66.67 % (2/3), wanted 30 %, reached")
                .contains("  no agree: https://notes.example/en/queue");
    }

    @Test
    void judgesPairsOfLinks() throws IOException {
        write("dedupe/pairs-sample.tsv", """
                label\turl_a\ttitle_a\turl_b\ttitle_b\treason
                dup\thttps://a.example/1?utm_source=x\tOne\thttps://a.example/1\tOne\ttracking
                dup\thttps://a.example/1\tOne\thttps://b.example/2\tTwo\tnobody could know
                not\thttps://a.example/1\tOne\thttps://a.example/1#x\tOne\tthe same after all
                not\thttps://a.example/1\tOne\thttps://a.example/2\tTwo\ttwo pages
                """);

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains(
                        "true         50.00 % (1/2), wanted 98 %, MISSED",
                        "found        50.00 % (1/2), wanted 90 %, MISSED")
                .contains(
                        "  no true: not\thttps://a.example/1\tOne\thttps://a.example/1#x",
                        "  no found: dup\thttps://a.example/1\tOne\thttps://b");
    }

    private static final String ARTICLE =
            "One sentence of the article, which is long enough. And there is one more, to be sure.";

    @Test
    void measuresTextsOfPagesByTheirWords() throws IOException {
        var page = "<html><body><article><p>%s</p></article></body></html>".formatted(ARTICLE);
        write("extraction/news/a/source.html", page);
        write("extraction/news/b/source.html", page);
        write("extraction/news-expected.jsonl", """
                {"id": "a", "text": "%s"}
                {"id": "b", "text": "Something else that nobody found"}
                """.formatted(ARTICLE));

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains(
                        "texts of news-expected.jsonl",
                        "good         50.00 % (1/2), wanted 88 %, MISSED",
                        "  no found: b\n")
                .contains("f1 ");
    }

    @Test
    void measuresWhatPagesSayOfThemselves() throws IOException {
        write("metadata/news/a.html", """
                <html lang=en-GB><title>Tide</title><meta name=author content=Ada>
                <meta property=article:published_time content=2026-11-20T08:30:00Z>""");
        write("metadata/news-expected.jsonl", """
                {"id": "a", "title": "Tide", "author": "Lin", "date": "2026-11-21T08:30:00Z", "dates_stated": ["2026-11-20"],\
                "lang": "en", "url": "https://A.example", "image": null, "publisher": "none"}
                """);

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8))
                .contains(
                        "fields of news-expected.jsonl",
                        "fields       80.00 % (4/5), wanted 90 %, MISSED",
                        "  no fields: a author\n");
    }

    @Test
    void refusesAFolderWithNothingToScore() {
        assertThat(score()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("it is used as inspect score --corpus DIR");
    }

    @Test
    void countsItemsOfPastIssues() throws IOException {
        write("weekly/issues/2025-01-02-weekly.md", "# 海燕周刊#1：一\n\n## 🦄文章&教程\n\n1、[甲](https://a.example)\n");
        write("weekly/issues-en/2025-01-02-weekly.md", "# Sea Weekly #1\n\n## Articles\n\n1. [A](https://a.example)\n");
        write("weekly/compendium.md", "# 合集\n\n## 第1期（2025-01-02）\n\n### 🦄文章&教程\n\n1、[甲](https://a.example)\n");
        var expected = """
                {"issues":[{"file":"2025-01-02-weekly.md","number":1,"sections":[{"name":"%s","kind":"articles","items":[\
                {"n":%d,"title":"%s","url":"https://a.example","removed":false,"lang_en":false,"stars":null,\
                "contributor":null,"links":[],"images":[]}]}]}]}
                """;
        write("weekly/expected.json", expected.formatted("文章&教程", 1, "甲"));
        write("weekly/expected-en.json", expected.formatted("Articles", 2, "A"));

        assertThat(score()).isOne();
        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("past issues"),
                        line -> assertThat(line).startsWith("items       100.00 % (3/3)"),
                        line -> assertThat(line).startsWith("true        100.00 % (3/3)"),
                        line -> assertThat(line).startsWith("whole       100.00 % (3/3)"),
                        line -> assertThat(line).startsWith("fields       66.67 % (2/3), wanted 99 %, MISSED"),
                        line -> assertThat(line).isEqualTo("  no fields: issues-en 1: A https://a.example"),
                        line -> assertThat(line).isEqualTo("proposals"),
                        line -> assertThat(line).startsWith("sections      0.00 % (0/1), wanted 80 %, MISSED"),
                        line -> assertThat(line).startsWith("largest       0.00 % (0/1)"),
                        line -> assertThat(line).contains("甲"));
    }
}
