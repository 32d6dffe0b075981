package app.tidings.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

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

    /** Every link of a page or mail. */
    static List<Printed> inHtml(String html) {
        return Jsoup.parse(html).select("a[href]").stream()
                .map(link -> new Printed(link.text(), link.attr("href")))
                .toList();
    }

    /** What is the matter with the entries of a form; empty when they are those expected, in that order. */
    static List<String> differences(String form, List<Printed> expected, List<Printed> found) {
        var differences = new ArrayList<String>();
        for (var entry : expected) {
            if (!found.contains(entry)) {
                differences.add("%s lacks “%s” with %s".formatted(form, entry.title(), entry.address()));
            }
        }
        var present = found.stream().filter(expected::contains).distinct().toList();
        if (differences.isEmpty() && !present.equals(expected)) {
            differences.add(form + " has the entries in another order");
        }
        return differences;
    }
}
