package app.tidings.curation.page.metadata;

import app.tidings.curation.page.outline.Outline;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta} elements of a page by their names and its links by their relations, and what elements of RDFa Lite say of
 * it; of each the first that says something.
 */
final class MetaTags {

    private static final int MOST = 2_000;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(Outline outline) {
        var tags = new MetaTags();
        outline.statements().stream().limit(MOST).forEach(each -> {
            if (each.hasAttr("rel")) {
                tags.link(each);
            } else {
                tags.take(each);
            }
        });
        return tags;
    }

    private void link(Element link) {
        for (var relation : words(link.attr("rel"))) {
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
            for (var name : words(element.attr(attribute))) {
                if (!name.isEmpty()) {
                    values.putIfAbsent(name, content);
                }
            }
        }
    }

    /** Most attributes are not there or are one word; those are not worth a pattern. */
    private static String[] words(String attribute) {
        var lower = attribute.toLowerCase(Locale.ROOT);
        return hasBlank(lower) ? lower.split("\\s+", -1) : new String[] {lower};
    }

    private static boolean hasBlank(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
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
