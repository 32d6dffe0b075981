package app.tidings.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** An entry as a reader meets it: a title that leads to an address. Pure. */
record Printed(String title, String address) {

    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)^\\d+(?:、|\\. )\\[(.*)]\\(<?([^\\s>]+?)>?\\)((?:[ （].*)?)$");
    private static final Pattern STARS = Pattern.compile("[（(]star [^）)]+[）)]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    /** Every entry of a Markdown issue. */
    static List<Printed> inMarkdown(String markdown) {
        return MARKDOWN.matcher(markdown)
                .results()
                .map(entry -> new Printed(plain(entry.group(1)), entry.group(2)))
                .toList();
    }

    /** Every title of a Markdown issue with the marks behind it, and the stars from below it. */
    static List<String> linesOf(String markdown) {
        var entries = MARKDOWN.matcher(markdown).results().toList();
        var lines = new ArrayList<String>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var next = i + 1 < entries.size() ? entries.get(i + 1).start() : markdown.length();
            var stars = STARS.matcher(markdown.substring(entry.end(), next));
            var title = plain(entry.group(1)) + plain(Objects.requireNonNullElse(entry.group(3), ""));
            lines.add(stars.find() ? title + " " + stars.group() : title);
        }
        return lines;
    }

    private static String plain(String markdown) {
        return ESCAPED.matcher(markdown).replaceAll("$1");
    }

    /** Every entry of a page or mail. */
    static List<Printed> inHtml(String html) {
        return Jsoup.parse(html).select(".entry h3").stream()
                .map(Printed::entry)
                .toList();
    }

    private static Printed entry(Element heading) {
        var link = heading.selectFirst("a[href]");
        return link == null ? new Printed(heading.text(), "") : new Printed(link.text(), link.attr("href"));
    }

    /** What is the matter with the entries of a form; empty when they are those expected and no others, in that order. */
    static List<String> differences(String form, List<Printed> expected, List<Printed> found) {
        var differences = new ArrayList<String>();
        without(expected, found)
                .forEach(entry ->
                        differences.add("%s lacks “%s” with %s".formatted(form, entry.title(), entry.address())));
        without(found, expected)
                .forEach(entry ->
                        differences.add("%s has “%s” with %s besides".formatted(form, entry.title(), entry.address())));
        if (differences.isEmpty() && !found.equals(expected)) {
            differences.add(form + " has the entries in another order");
        }
        return differences;
    }

    private static List<Printed> without(List<Printed> all, List<Printed> others) {
        var left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
