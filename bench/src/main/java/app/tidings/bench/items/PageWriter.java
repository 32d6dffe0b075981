package app.tidings.bench.items;

import app.tidings.bench.search.Vocabulary;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages of invented words as sites make them: much that stands around an article, statements for machines, and the article. Half
 * are Chinese, half English. A number gives the same page each time.
 *
 * @param words of an article
 */
record PageWriter(Vocabulary english, Vocabulary chinese, int words) {

    private static final int LINES_AROUND = 60;
    private static final int TITLE = 8;
    private static final int PARAGRAPHS = 10;
    private static final int VOCABULARY = 20_000;

    /** With words of its own for each seed. */
    static PageWriter seeded(long seed, int words) {
        return new PageWriter(Vocabulary.english(VOCABULARY, seed), Vocabulary.chinese(VOCABULARY, seed), words);
    }

    /** The page of a number. */
    String write(int number) {
        var language = (number % 2 == 0 ? chinese : english).drawnBy(number);
        var title = language.text(TITLE).strip() + " " + number;
        return """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%2$s | Example</title>
            <meta property="og:title" content="%2$s"><meta property="og:site_name" content="Example">
            <meta name="description" content="%3$s"><meta name="author" content="Ada Byron">
            <script type="application/ld+json">{"@type": "BlogPosting", "headline": "%2$s", "datePublished": "2026-11-2%4$dT08:00:00Z"}</script>
            <script>%5$s</script></head><body>
            <nav class="site-nav"><ul>%6$s</ul></nav>
            <main><article class="post"><h1>%2$s</h1>%7$s</article></main>
            <aside class="related"><ul>%6$s</ul></aside><footer><ul>%6$s</ul></footer></body></html>
            """.formatted(
                        number % 2 == 0 ? "zh" : "en",
                        title,
                        language.text(30),
                        number % 10,
                        "var a = [1, 2, 3];\n".repeat(500),
                        around(language),
                        article(language));
    }

    private static String around(Vocabulary language) {
        return IntStream.range(0, LINES_AROUND)
                .mapToObj(line ->
                        "<li class=\"item entry-%1$d\"><a class=\"link\" href=\"/other/%1$d\"><span>%2$s</span></a></li>\n"
                                .formatted(line, language.word()))
                .collect(Collectors.joining());
    }

    private String article(Vocabulary language) {
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj(_ -> "<p>%s</p>\n".formatted(language.text(words / PARAGRAPHS)))
                .collect(Collectors.joining());
    }
}
