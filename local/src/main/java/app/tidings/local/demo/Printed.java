package app.tidings.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** An entry as a reader meets it: a title that leads to an address. Pure. */
record Printed(String title, String address) {

    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)^\\d+(?:、|\\. )\\[(.*)]\\(<?([^\\s>]+?)>?\\)(?: .*)?$");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    /** Every entry of a Markdown issue. */
    static List<Printed> inMarkdown(String markdown) {
        return MARKDOWN.matcher(markdown)
                .results()
                .map(entry -> new Printed(ESCAPED.matcher(entry.group(1)).replaceAll("$1"), entry.group(2)))
                .toList();
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
