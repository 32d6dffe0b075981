package app.tidings.curation.page.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta} elements of a page by their names and its links by their relations, and what elements of RDFa Lite say of
 * it; of each the first that says something. The page is walked once for all of them.
 */
final class MetaTags {

    private static final int MOST = 2_000;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(Document html) {
        var tags = new MetaTags();
        html.select("meta, link[rel][href], a[rel][href], [property][content], time[property]").stream()
                .limit(MOST)
                .forEach(each -> {
                    if (each.hasAttr("rel")) {
                        tags.link(each);
                    } else {
                        tags.take(each);
                    }
                });
        return tags;
    }

    private void link(Element link) {
        for (var relation : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            links.putIfAbsent(relation, link.attr("href"));
        }
    }

    /** Where the first link of a relation leads, as it is written. */
    @Nullable
    String link(String relation) {
        return links.get(relation);
    }

    private void take(Element element) {
        var content = element.hasAttr("content")
                ? element.attr("content")
                : element.hasAttr("datetime") ? element.attr("datetime") : element.attr("value");
        if (content.isBlank()) {
            return;
        }
        for (var attribute : new String[] {"property", "name", "http-equiv", "itemprop"}) {
            for (var name : element.attr(attribute).toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                if (!name.isEmpty()) {
                    values.putIfAbsent(name, content);
                }
            }
        }
    }

    /** The first of these names that says something; names in lower case. */
    @Nullable
    String first(String... names) {
        for (var name : names) {
            var value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
