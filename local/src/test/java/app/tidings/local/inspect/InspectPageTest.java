package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectPageTest {

    private static final String PAGE = """
            <html lang=zh-CN><head><meta charset=gb2312><title>潮水是怎么来的 - 港口笔记</title><meta name=author content=林舟>
            <meta property=og:site_name content=港口笔记><meta property=article:published_time content="2026-11-20 08:30">
            <meta property=og:image content=/tide.png><link rel=license href=https://licences.example/by></head><body><nav><a href=/>首页</a></nav>
            <article><h1>潮水是怎么来的</h1><p>潮水每天来两次，月亮牵着它走，太阳在旁边帮一点忙，地形再添一点乱。</p>
            <p><a href="more">潮汐表</a>提前一年就印好了，可是水从来不会照着它来，因为风和气压都不在表里。</p></article></body></html>""";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int inspect(String... arguments) {
        var words = new java.util.ArrayList<>(List.of("page"));
        words.addAll(List.of(arguments));
        return Inspect.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private List<JsonNode> lines() {
        var json = new JsonMapper();
        return out.toString(UTF_8).lines().map(json::readTree).toList();
    }

    private Path page(String name) throws IOException {
        return Files.write(directory.resolve(name), PAGE.getBytes(Charset.forName("GBK")));
    }

    @ParameterizedTest
    @CsvSource({"'', zh", "lang=en, zh", "lang=zh-CN, zh-CN"})
    void tellsTheLanguageAsAnItemWouldHaveIt(String claim, String told) throws IOException {
        var html = PAGE.replace("lang=zh-CN", claim).replace("gb2312", "utf-8");
        assertThat(inspect(Files.writeString(directory.resolve("b.html"), html).toString()))
                .isZero();

        assertThat(lines().getFirst().path("lang").asString()).isEqualTo(told);
    }

    @Test
    void tellsWhatAPageSaysAndItsArticle() throws IOException {
        assertThat(inspect(page("a.html").toString(), "--url", "https://notes.example/2026/tide"))
                .isZero();

        var line = lines().getFirst();
        assertThat(line.path("title").asString()).isEqualTo("潮水是怎么来的");
        assertThat(line.path("byline").asString()).isEqualTo("林舟");
        assertThat(line.path("siteName").asString()).isEqualTo("港口笔记");
        assertThat(line.path("publishedTime").asString()).isEqualTo("2026-11-20T08:30");
        assertThat(line.path("date").asString()).isEqualTo("2026-11-20T00:30:00Z");
        assertThat(line.path("lang").asString()).isEqualTo("zh-CN");
        assertThat(line.path("image").asString()).isEqualTo("https://notes.example/tide.png");
        assertThat(line.path("url").asString()).isEqualTo("https://notes.example/2026/tide");
        assertThat(line.path("license").asString()).isEqualTo("https://licences.example/by");
        assertThat(line.path("kind").asString()).isEqualTo("article");
        assertThat(line.path("quality").asString()).isEqualTo("article");
        assertThat(line.path("text").asString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("潮水每天来两次");
        assertThat(line.path("excerpt").asString()).startsWith("潮水每天来两次");
        assertThat(line.path("html").asString())
                .contains("<a href=\"https://notes.example/2026/more\" rel=\"noopener nofollow\">");
    }

    @Test
    void readsAListAndGoesOnBehindAFileThatIsNotThere() throws IOException {
        page("a.html");
        var list = Files.writeString(directory.resolve("list.jsonl"), """
                {"id": "none", "file": "none.html", "url": null}
                {"id": "first", "file": "a.html", "url": "https://github.com/tide/tide"}
                """);

        assertThat(inspect("--list", list.toString(), "--base-dir", directory.toString()))
                .isZero();

        assertThat(lines()).extracting(line -> line.path("id").asString()).containsExactly("none", "first");
        assertThat(lines().getFirst().path("error").asString()).isEqualTo("there is no such file");
        assertThat(lines().getLast().path("kind").asString()).isEqualTo("project");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(inspect()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("it is used as inspect page FILE|URL…");
    }

    @Test
    void tellsOfADocumentInPdfTheSame() throws IOException {
        var content = "BT /F1 11 Tf 50 700 Td (Measure before you buy a machine.) Tj ET";
        var file = Files.writeString(directory.resolve("queue.pdf"), """
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
                4 0 obj << /Length %d >>
                stream
                %s
                endstream endobj
                5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
                6 0 obj << /Title (On slow queues) >> endobj
                trailer << /Root 1 0 R /Info 6 0 R /Size 7 >>
                %%%%EOF
                """.formatted(content.length(), content));
        var broken = Files.writeString(directory.resolve("broken.pdf"), "%PDF-1.4");

        assertThat(inspect(file.toString(), broken.toString())).isZero();

        var line = lines().getFirst();
        assertThat(line.path("title").asString()).isEqualTo("On slow queues");
        assertThat(line.path("kind").asString()).isEqualTo("pdf");
        assertThat(line.path("pages").asInt()).isEqualTo(1);
        assertThat(line.path("text").asString()).isEqualTo("Measure before you buy a machine.");
        assertThat(lines().getLast().path("error").asString()).isEqualTo("a PDF that is not read: pdf-broken");
    }
}
