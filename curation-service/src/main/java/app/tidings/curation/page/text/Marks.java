package app.tidings.curation.page.text;

import app.tidings.curation.page.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Signs that are no text: numbers beside lines of code, tools around it, and what links a heading to itself. */
final class Marks {

    private static final Pattern LINE_NAMES =
            Pattern.compile("gutter|line-?_?(?:num|no)|\\blnt?\\b|hljs-ln-n", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE =
            Pattern.compile("(?<![a-z])(?:code(?!pen)|highlight|language-)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPTION = Pattern.compile("file|title|caption", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAMES = 200;
    private static final int MAX_TOOL = 24;
    /** Weight of all tools around code. */
    private static final int MOST_BESIDE = 80;

    private static final String WRITTEN = "p, h1, h2, h3, h4, h5, h6";
    private static final int MOST_NUMBERS = 20_000;
    private static final int MAX_NUMBER = 5;
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s]+");
    private static final Pattern PERMALINK = Pattern.compile("[#¶§]|🔗");

    private Marks() {}

    static void drop(Part part) {
        if (part.tag().equals("pre") || part.tag().equals("code")) {
            dropNumbers(part);
        }
        for (var each : part.children) {
            if (isLineNumbers(each) || isPermalink(each)) {
                each.drop();
            } else {
                drop(each);
            }
        }
        if (isBoxOfCode(part)) {
            part.children.stream().filter(Marks::isTool).forEach(Part::drop);
        }
    }

    private static boolean isPermalink(Part part) {
        return part.tag().equals("a")
                && part.text > 0
                && part.text <= 2
                && PERMALINK.matcher(part.element.text().strip()).matches();
    }

    /** An article may be named after code too, or after its language. */
    private static boolean isBoxOfCode(Part part) {
        if (!part.tag().equals("div") || !named(part, CODE)) {
            return false;
        }
        var code = part.children.stream()
                .flatMap(child -> Stream.concat(Stream.of(child), child.children.stream()))
                .filter(each -> each.tag().equals("pre") && !each.dropped)
                .toList();
        return !code.isEmpty()
                && part.text - code.stream().mapToInt(each -> each.text).sum() <= MOST_BESIDE
                && part.element.ownText().isBlank()
                && part.element.selectFirst(WRITTEN) == null;
    }

    /** The name of the language, words to be clicked, and the signs beside them. */
    private static boolean isTool(Part part) {
        return switch (part.tag()) {
            case "img" -> true;
            case "span", "a", "i", "em", "label" -> part.text <= MAX_TOOL && !named(part, CAPTION);
            default -> false;
        };
    }

    private static boolean isLineNumbers(Part part) {
        if (part.text == 0 || part.text > MOST_NUMBERS || part.linked > 0) {
            return false;
        }
        return (isColumnBesideCode(part) || named(part, LINE_NAMES))
                && NUMBERS.matcher(part.element.text()).matches();
    }

    private static boolean isColumnBesideCode(Part part) {
        var row = part.parent;
        return part.tag().equals("td")
                && row != null
                && row.children.size() == 2
                && part.index == 0
                && row.children.getLast().element.selectFirst("pre, code") != null;
    }

    private static boolean named(Part part, Pattern names) {
        var given = part.element.className();
        return !given.isEmpty()
                && given.length() <= MAX_NAMES
                && names.matcher(given).find();
    }

    /** Elements at the beginning of lines that count them. */
    private static void dropNumbers(Part code) {
        List<Part> numbers = new ArrayList<>();
        for (var each : code.children) {
            if (each.text > 0
                    && each.text <= MAX_NUMBER
                    && each.linked == 0 // as those of a table of contents are
                    && each.children.isEmpty()
                    && each.element.text().strip().equals(String.valueOf(numbers.size() + 1))
                    && beginsLine(each.element)) {
                numbers.add(each);
            }
        }
        if (numbers.size() > 1
                && code.text > 2 * numbers.stream().mapToInt(each -> each.text).sum()) {
            numbers.forEach(Part::drop);
        }
    }

    private static boolean beginsLine(Element element) {
        return switch (element.previousSibling()) {
            case null -> true;
            case TextNode text -> endsLine(text.getWholeText());
            case Element before -> before.nameIs("br") || endsLine(lastText(before));
            case Node _ -> false;
        };
    }

    private static String lastText(Element element) {
        return element.lastChild() instanceof TextNode text ? text.getWholeText() : "";
    }

    private static boolean endsLine(String text) {
        var last = text.lastIndexOf('\n');
        return last >= 0 && text.substring(last).isBlank();
    }
}
