package app.tidings.curation.page.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The {@code meta} elements of a page by their names, and what elements of RDFa Lite say of it; of each the first that says something. */
final class MetaTags {

    private static final int MOST = 2_000;

    private final Map<String, String> values = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(Document html) {
        var tags = new MetaTags();
        html.select("meta, [property][content], time[property]").stream()
                .limit(MOST)
                .forEach(tags::take);
        return tags;
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
