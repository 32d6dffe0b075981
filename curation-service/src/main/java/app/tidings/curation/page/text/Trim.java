package app.tidings.curation.page.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of an article what is none of it: its headline, what is said about it, ways to other pages. */
final class Trim {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s]+");
    private static final int FEW = 40;
    private static final int SENTENCE = 50;

    private final List<Part> lines = new ArrayList<>();
    private final String title;

    private Trim(@Nullable String title) {
        this.title = title == null ? "" : plain(title);
    }

    static void trim(List<Part> article, @Nullable String title) {
        var trim = new Trim(title);
        article.forEach(Trim::dropLineNumbers);
        var all = article.stream().mapToInt(part -> part.prose).sum();
        article.forEach(part -> part.children.forEach(child -> trim.dropLinks(child, all)));
        article.forEach(trim::collect);
        trim.dropLines();
    }

    /** Beside code, in a column of a table or in a list of their own. */
    private static void dropLineNumbers(Part part) {
        for (var each : part.standing()) {
            if (isLineNumbers(each)) {
                each.drop();
            } else {
                dropLineNumbers(each);
            }
        }
    }

    private static boolean isLineNumbers(Part part) {
        var parent = part.parent;
        if (parent == null
                || part.text == 0
                || part.text > 20_000
                || !NUMBERS.matcher(part.element.text()).matches()) {
            return false;
        }
        var names = (part.element.className() + " " + part.element.id()).toLowerCase(Locale.ROOT);
        return names.matches(".*(?:gutter|line-?_?(?:num|no)|linenos?|\\blnt?\\b|hljs-ln-n).*")
                || (part.tag().equals("td")
                        && parent.standing().size() == 2
                        && parent.standing().getFirst() == part
                        && parent.standing().getLast().element.selectFirst("pre, code") != null);
    }

    /** Lists and boxes that are nothing but links; a list inside the text may be one that the author made. */
    private void dropLinks(Part part, int all) {
        if (part.dropped) {
            return;
        }
        if (part.isBlock() && isAllLinks(part) && part.prose <= all * 0.1) {
            part.drop();
            return;
        }
        part.children.forEach(child -> dropLinks(child, all));
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

    private void dropLines() {
        var last = lines.size() - 1;
        while (last >= 0 && !isRunning(lines.get(last))) {
            last--;
        }
        var reading = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            reading |= isRunning(line);
            if (!line.tag().equals("pre")
                    && line.text > 0
                    && line.text <= Phrases.LONGEST
                    && isForeign(line, reading)) {
                line.drop();
            }
        }
    }

    private boolean isForeign(Part line, boolean reading) {
        var words = BLANKS.matcher(line.element.text()).replaceAll(" ").strip();
        return Phrases.isForeign(words) || (!reading && (Phrases.leads(words) || isTitle(line, words)));
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
