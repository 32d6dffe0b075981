package app.tidings.curation.enrich;

import app.tidings.curation.text.Blanks;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the author of a text says in it. Pure. */
final class Prose {

    private static final Pattern HAS_CAPTIONS = Pattern.compile("<(?:fig)?caption\\b");

    private Prose() {}

    /**
     * A text without the captions of its pictures and tables, which may be the first sentences of a page and say nothing of it.
     *
     * @param text a line for each paragraph
     * @param html the same with its structure
     */
    static String of(String text, @Nullable String html) {
        if (html == null || !HAS_CAPTIONS.matcher(html).find()) {
            return text;
        }
        var captions = captions(html);
        return text.lines().filter(line -> !captions.contains(line)).collect(Collectors.joining("\n"));
    }

    /** Those that have paragraphs or breaks of their own are several lines of the text. */
    private static Set<String> captions(String html) {
        return Jsoup.parse(html).select("figcaption, caption").stream()
                .flatMap(Element::stream)
                .flatMap(part ->
                        Stream.concat(Stream.of(part.text()), part.wholeText().lines()))
                .map(Blanks::collapsed)
                .collect(Collectors.toSet());
    }
}
