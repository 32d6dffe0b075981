package app.tidings.curation.page.text;

import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.part.Part;
import app.tidings.curation.page.part.Tags;
import app.tidings.curation.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes out of an article what is none of it: its headline, what is said about it, ways to other pages. */
final class Trim {

    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POINTER = Pattern.compile("(?:[>▶►→☞]|👉).{0,120}");
    private static final Pattern REFERENCES = Pattern.compile(
            "(?:references?|bibliography|sources?|(?:foot|end)?notes|resources|literatur|参考(?:资料|文献|链接|文章)?|引用|注释|脚注|附录)\\s*[:：]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile("[:：]");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern COUNTED = Pattern.compile(
            "(?<![a-z])(?i:counts?|counter|num|views?|hits|reads|likes?|votes?|claps|stats|pv)(?![a-z])|(?:[a-z]|\\b)(?:Count|Num|View|Like)s?(?![a-z])");
    private static final Pattern FIRST_SECTION = Pattern.compile("0?1");
    /** No article has more; a page that has would take as long as it likes. */
    private static final int MOST_LINES = 5_000;

    private static final int MAX_COUNT = 9;
    private static final int MOST_BEFORE = 8;
    private static final int MOST_BEHIND = 50;
    private static final double OTHER_PAGES = 0.35;
    private static final double LINKS = 0.4;
    private static final int FEW = 40;
    private static final int SENTENCE = 50;

    private final List<Part> lines = new ArrayList<>();
    private final String title;
    private final Byline byline;

    private Trim(Metadata metadata) {
        this.title = metadata.title() == null ? "" : plain(metadata.title());
        this.byline = new Byline(metadata.author());
    }

    static void trim(List<Part> article, Metadata metadata) {
        var trim = new Trim(metadata);
        article.forEach(part -> part.chosen = true);
        article.forEach(Marks::drop);
        var all = article.stream().mapToInt(part -> part.prose).sum();
        article.forEach(part -> part.children.forEach(child -> trim.dropLinks(child, all)));
        article.forEach(trim::collect);
        trim.dropLines(all);
        trim.dropCountsAtEnd();
    }

    /** Lists and boxes that are nothing but links; a list inside the text may be one that the author made. */
    private void dropLinks(Part part, int all) {
        if (part.dropped) {
            return;
        }
        if (part.isBlock() && isAllLinks(part) && part.prose <= all * 0.1 && !isReferences(part)) {
            part.drop();
            return;
        }
        part.children.forEach(child -> dropLinks(child, all));
    }

    /** What the article leans on belongs to it. */
    private static boolean isReferences(Part part) {
        return part.children.stream()
                .filter(child -> child.text > 0)
                .findFirst()
                .filter(child -> child.text <= FEW
                        && REFERENCES.matcher(child.element.text().strip()).matches())
                .isPresent();
    }

    private static boolean isAllLinks(Part part) {
        return switch (part.tag()) {
            case "div", "section", "table", "dl", "form", "fieldset", "header" ->
                part.text > 0 && part.linkShare() > 0.5 && part.marks < 10;
            default -> false;
        };
    }

    private void collect(Part part) {
        if (part.dropped) {
            return;
        }
        if (part.isBlock() && !part.holdsBlocks) {
            lines.add(part);
            return;
        }
        part.children.forEach(this::collect);
    }

    private void dropLines(int all) {
        var reading = false;
        for (var line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            if (line.text == 0 || line.isDropped()) {
                continue;
            }
            var words = line.text > Phrases.LONGEST ? "" : Blanks.collapsed(line.element.text());
            var leads = !words.isEmpty()
                    && ((!reading && leads(line, words)) || (Tags.isHeading(line.tag()) && isTitle(line, words)));
            reading |= isRunning(line) && !leads;
            if (leads || isForeign(line, words)) {
                line.drop();
            }
            if (!words.isEmpty() && Phrases.leadsElsewhere(words)) {
                dropWhatFollows(line, all);
            }
        }
    }

    private boolean leads(Part line, String words) {
        return isTitle(line, words)
                || (!isCode(line) && (Phrases.leads(words) || byline.is(words)))
                || (isCount(line, words) && !FIRST_SECTION.matcher(words).matches());
    }

    /** How often the article was read, shared or liked; but a cell may be a figure, and so may the heading of a section. */
    private static boolean isCount(Part line, String words) {
        return isPlain(line)
                && (line.parent == null || line.parent.chosen || isPlain(line.parent))
                && COUNT.matcher(words).matches();
    }

    private static boolean isPlain(Part part) {
        return switch (part.tag()) {
            case "p", "div", "section", "article", "main", "body", "footer", "header", "center" -> true;
            default -> false;
        };
    }

    /** A text may end with a figure; a count stands beside other lines that are none of it, or is named so. */
    private void dropCountsAtEnd() {
        var beside = false;
        List<Part> counts = new ArrayList<>();
        for (var line : lines.reversed()) {
            if (line.text == 0) {
                continue;
            }
            if (line.isDropped()) {
                beside = true;
            } else if (line.text <= MAX_COUNT
                    && isCount(line, line.element.text().strip())) {
                counts.add(line);
            } else {
                break;
            }
        }
        for (var count : counts) {
            if (beside || isNamedCount(count)) {
                count.drop();
            }
        }
    }

    private static boolean isNamedCount(Part line) {
        return COUNTED.matcher(line.element.className()).find()
                || line.children.stream()
                        .anyMatch(child ->
                                COUNTED.matcher(child.element.className()).find())
                || (line.parent != null
                        && !line.parent.chosen
                        && line.parent.prose == 0
                        && COUNTED.matcher(line.parent.element.className()).find());
    }

    /** A heading of a manual, an item of its list or a cell of its table may be but the name of a command. */
    private static boolean isForeign(Part line, String words) {
        return switch (line.tag()) {
            case "pre", "dt", "td", "th" -> false;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Phrases.leadsElsewhere(words);
            case "li" -> (line.linked > 0 || LABEL.matcher(words).find()) && Phrases.isForeign(words);
            default ->
                Phrases.isForeign(words)
                        || (line.linked > 0 && POINTER.matcher(words).matches());
        };
    }

    private static boolean isCode(Part line) {
        return line.tag().equals("pre");
    }

    /** The box that the line stands at the top of, or the links behind it. */
    private static void dropWhatFollows(Part line, int all) {
        var box = line.parent;
        if (box == null) {
            return;
        }
        if (!box.chosen && box.prose <= all * OTHER_PAGES && isFirst(line, box)) {
            box.drop();
            return;
        }
        var behind = box.children.subList(line.index + 1, Math.min(box.children.size(), line.index + MOST_BEHIND));
        behind.stream()
                .takeWhile(part -> part.text == 0 || part.linkShare() > LINKS)
                .forEach(Part::drop);
    }

    private static boolean isFirst(Part line, Part box) {
        return line.index < MOST_BEFORE
                && box.children.stream().limit(line.index).allMatch(part -> part.dropped || part.text == 0);
    }

    private boolean isTitle(Part line, String words) {
        var plain = plain(words);
        return !plain.isEmpty()
                && (plain.equals(title)
                        || (line.text > FEW / 2 && title.contains(plain) && plain.length() > title.length() * 0.6)
                        || (Tags.isHeading(line.tag())
                                && !title.isEmpty()
                                && plain.contains(title)
                                && title.length() > plain.length() * 0.6));
    }

    private static boolean isRunning(Part line) {
        return line.prose >= SENTENCE && !Tags.isHeading(line.tag());
    }

    private static String plain(String words) {
        return UNWORDY.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
