package app.tidings.render.edition;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.NOW;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.aProfile;
import static app.tidings.render.TestManuscripts.anEntry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.TestManuscripts;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile text in every place of a manuscript, printed in every format and read back by another parser. */
class HostileEditionTest {

    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));
    private static final WebPageFormat WEB = new WebPageFormat(Templates.precompiled());
    private static final EmailFormat MAIL = new EmailFormat(Templates.precompiled());
    private static final String HOSTILE = "app.tidings.render.prose.HostileTexts#all";

    @ParameterizedTest
    @MethodSource(HOSTILE)
    void changesNothingOfThePagesElements(String hostile) {
        var page = Jsoup.parse(print(WEB, ZH, hostile).getFirst().text());

        assertThat(skeleton(page))
                .isEqualTo(skeleton(
                        Jsoup.parse(print(WEB, ZH, "harmless").getFirst().text())));
        assertThat(page.getAllElements()).allSatisfy(HostileEditionTest::isHarmless);
    }

    @ParameterizedTest
    @MethodSource(HOSTILE)
    void changesNothingOfTheMailsElements(String hostile) {
        var mail = Jsoup.parse(print(MAIL, EN, hostile).getFirst().text());

        assertThat(skeleton(mail))
                .isEqualTo(skeleton(
                        Jsoup.parse(print(MAIL, EN, "harmless").getFirst().text())));
        assertThat(mail.getAllElements()).allSatisfy(HostileEditionTest::isHarmless);
    }

    @ParameterizedTest
    @MethodSource(HOSTILE)
    void changesNothingOfTheMarkdownsStructure(String hostile) {
        var markdown = print(new MarkdownFormat(), EN, hostile).getFirst().text();

        var html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));

        var body = Jsoup.parse(html);
        assertThat(body.select("h1")).hasSize(1);
        assertThat(body.select("h2")).hasSize(2);
        assertThat(body.select("img").eachAttr("src")).allMatch(src -> src.startsWith("https://news.example/media/"));
        assertThat(body.select("li > a[href=https://example.org/first], li > a[href=https://example.org/second]"))
                .hasSize(2);
        assertThat(body.getAllElements()).allSatisfy(HostileEditionTest::isHarmless);
    }

    @ParameterizedTest
    @MethodSource(HOSTILE)
    void keepsTheFrontMatterOneDocumentOfTwoKeys(String hostile) {
        var lines = print(new MarkdownFormat(), ZH, hostile)
                .getFirst()
                .text()
                .lines()
                .limit(5)
                .toList();

        assertThat(lines.get(0)).isEqualTo("---");
        assertThat(lines.get(1)).startsWith("title: '").endsWith("'");
        assertThat(lines.get(1).substring(8, lines.get(1).length() - 1).replace("''", ""))
                .doesNotContain("'");
        assertThat(lines.get(2)).isEqualTo("pubDate: 2026-11-21");
        assertThat(lines.get(3)).isEqualTo("---");
    }

    @ParameterizedTest
    @MethodSource(HOSTILE)
    void keepsTheSubjectOneLineOfCleanText(String hostile) {
        var envelope = Envelope.of(edition(ZH, hostile));

        assertThat(envelope.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E]");
        assertThat(envelope.preheader()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E]");
        assertThat(new String(envelope.subject().getBytes(UTF_8), UTF_8)).isEqualTo(envelope.subject());
    }

    private static List<Printed> print(EditionFormat format, EditionPlan plan, String hostile) {
        return format.print(edition(plan, hostile));
    }

    private static Edition edition(EditionPlan plan, String hostile) {
        return Typesetting.edition(issueOf(hostile + "\n\nend"), plan, ADDRESSES);
    }

    private static Manuscript issueOf(String text) {
        var credits =
                List.of(new Credit(text.substring(0, Math.min(200, text.length())), URI.create("https://example.org")));
        var first = anEntry()
                .url("https://example.org/first")
                .zh(text, text)
                .en(text, text)
                .stars(2000)
                .credits(credits)
                .images(List.of(new Image("a".repeat(64), 10, 10, text, text)))
                .build();
        var second = anEntry().url("https://example.org/second").build();
        return new Manuscript(
                TestManuscripts.ISSUE,
                12,
                Map.of("zh", text, "en", text),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC),
                aProfile(),
                List.of(new Part("articles", List.of(first, second))),
                Arrays.stream(BlockKind.values())
                        .filter(kind -> kind == BlockKind.INTRO || kind == BlockKind.SPONSOR)
                        .map(kind -> new Block(
                                kind,
                                kind == BlockKind.INTRO ? null : "articles",
                                kind == BlockKind.INTRO ? Map.of() : Map.of("zh", text, "en", text),
                                Map.of("zh", text, "en", text)))
                        .toList());
    }

    /** How often each of our own elements stands there; editors' texts may add paragraphs, lists, quotes, code and links. */
    private static Map<String, Long> skeleton(Document document) {
        return document.getAllElements().stream()
                .map(Element::tagName)
                .filter(tag -> !List.of("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a")
                        .contains(tag))
                .collect(groupingBy(tag -> tag, counting()));
    }

    private static void isHarmless(Element element) {
        assertThat(element.attributes()).allSatisfy(attribute -> {
            assertThat(attribute.getKey().toLowerCase(Locale.ROOT))
                    .doesNotStartWith("on")
                    .isNotIn("srcdoc", "formaction");
            if (List.of("href", "src").contains(attribute.getKey())) {
                assertThat(attribute.getValue())
                        .matches("(https?://|mailto:|/|#|data:,$|tidings-(unsubscribe|preferences)-).*");
            }
        });
    }
}
