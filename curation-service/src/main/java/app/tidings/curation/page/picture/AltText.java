package app.tidings.curation.page.picture;

import app.tidings.curation.page.picture.Picture.AltFrom;
import app.tidings.curation.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what is said of a picture to those who cannot see it: the page's own alternative text if it says something, or the
 * caption, the heading above, the page's title. Nothing is made up, so it is in the page's language.
 *
 * @param from null where there is none
 */
record AltText(String text, @Nullable AltFrom from) {

    private static final int LONGEST = 300;
    private static final int MOST_STEPS = 40;
    private static final int GALLERY = 4;
    private static final AltText NONE = new AltText("", null);

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|svg|bmp|avif|heic|tiff?)(?:[?#].*)?");

    /** As cameras, screens and stores call what they write: {@code IMG_2034}, {@code screenshot-2026-11-29}, hashes. */
    private static final Pattern MADE_NAME = Pattern.compile(
            "(?i)(?:img|fig\\.?|figure|dsc[nf]?|pxl|mvimg|wx|image|photo|pic|picture|screen ?shot|snipaste|screenshot|微信图片|微信截图|屏幕截图|截图|截屏|图片|图)"
                    + "[-_ \\d.:（）()]*|[-_ \\d.:]+|(?=.*\\d)[0-9a-f-]{8,}|https?:\\S+");

    private static final Pattern HASH = Pattern.compile("(?i)[0-9a-f]{16}");
    private static final Pattern BLANK = Pattern.compile("\\s");

    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "(?i)(?:the |an? )?(?:(?:blog|article|post|hero|cover|featured?|header|banner|main|social|og|open graph|preview|thumbnail|alt|image|default|stock|inline|illustrative) ?)*"
                    + "(?:image|picture|photo|photograph|pic|img|figure|fig|cover|thumbnail|banner|hero|logo|icon|avatar|screenshot|illustration|graphic|diagram|chart|"
                    + "media|alt|alt ?text|caption|description|untitled|null|undefined|none|n/a)(?: (?:description|image|text|here|alt|placeholder))*"
                    + "|(?:enter )?image description(?: here)?|在这里插入图片描述|请输入图片描述|图片描述|图像描述|输入图片说明|图片说明|图像|图片|插图|配图|题图|头图|封面|封面图|示意图|截图|照片|图|image\\.png");

    private static final Pattern HEADING = Pattern.compile("h[2-6]");
    private static final Set<String> ENDS = Set.of("article", "main", "body");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern IDEOGRAPH =
            Pattern.compile("\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana}|\\p{IsHangul}");

    /** What a page says of the picture of itself. */
    static AltText stated(@Nullable String alt, @Nullable String title) {
        return first(List.of(() -> said(alt, AltFrom.ALT), () -> said(title, AltFrom.TITLE)));
    }

    /** What stands at and around a picture in the article. */
    static AltText of(Element image, @Nullable String title) {
        return first(List.of(
                () -> said(image.attr("alt"), AltFrom.ALT),
                () -> said(caption(image), AltFrom.CAPTION),
                () -> said(heading(image), AltFrom.HEADING),
                () -> said(title, AltFrom.TITLE)));
    }

    /** What is further away is looked for only where nothing closer says something. */
    private static AltText first(List<Supplier<Optional<AltText>>> closest) {
        return closest.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NONE);
    }

    private static Optional<AltText> said(@Nullable String text, AltFrom from) {
        return Optional.ofNullable(PlainText.line(text, LONGEST))
                .filter(AltText::saysSomething)
                .map(line -> new AltText(line, from));
    }

    /** No name of a file, no word for pictures as such, and at least a word. */
    static boolean saysSomething(String text) {
        var line = text.strip();
        var letters = LETTER.matcher(line).results().count();
        return letters >= (IDEOGRAPH.matcher(line).find() ? 2 : 3)
                && !FILE_NAME.matcher(line).matches()
                && !MADE_NAME.matcher(line).matches()
                && (!HASH.matcher(line).find() || BLANK.matcher(line).find())
                && !SAYS_NOTHING
                        .matcher(line.replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static @Nullable String caption(Element image) {
        var figure = image.closest("figure");
        if (figure == null || figure.selectStream("img").limit(GALLERY).count() == GALLERY) {
            return null; // of a gallery, the caption is of none of them
        }
        var caption = figure.selectFirst("figcaption");
        return caption == null ? null : Words.of(caption);
    }

    /** The last heading before it, a few steps away at most: before its parents, or at the end of what stands before them. */
    private static @Nullable String heading(Element image) {
        Element at = image;
        for (var steps = 0; at != null && steps < MOST_STEPS; steps++) {
            if (HEADING.matcher(at.normalName()).matches()) {
                return Words.of(at);
            }
            if (ENDS.contains(at.normalName())) {
                return null;
            }
            var before = at.previousElementSibling();
            at = before == null ? at.parent() : before;
        }
        return null;
    }

    /** The beginning of an element's text, however much there is of it. */
    private static final class Words implements NodeFilter {

        private static final int ENOUGH = 2 * LONGEST;
        private static final int MOST_NODES = 500;

        private final StringBuilder text = new StringBuilder();
        private int nodes;

        static String of(Element element) {
            var words = new Words();
            element.filter(words);
            return words.text.toString();
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            divide(node);
            nodes++;
            return nodes > MOST_NODES || text.length() > ENOUGH ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            divide(node);
            return FilterResult.CONTINUE;
        }

        private void divide(Node node) {
            if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                text.append(' ');
            }
        }
    }
}
