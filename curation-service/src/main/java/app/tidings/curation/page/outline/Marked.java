package app.tidings.curation.page.outline;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An element to which the makers of its page gave names.
 *
 * @param classes all of them as they are written, in lower case; empty where there are none
 * @param id in lower case; empty where there is none
 */
public record Marked(Element element, String classes, String id) {

    static Marked of(Element element) {
        return new Marked(
                element,
                element.attr("class").toLowerCase(Locale.ROOT),
                element.attr("id").toLowerCase(Locale.ROOT));
    }

    /** Whether one of its classes is one of these, which are in lower case. */
    public boolean hasClassOf(Set<String> names) {
        return !classes.isEmpty() && Stream.of(classes.split("\\s+", -1)).anyMatch(names::contains);
    }

    /** Whether one of these parts of words stands in its classes. */
    public boolean hasInClass(String... parts) {
        return !classes.isEmpty() && hasOneOf(classes, parts);
    }

    /** Whether one of these parts of words stands in its id. */
    public boolean hasInId(String... parts) {
        return !id.isEmpty() && hasOneOf(id, parts);
    }

    private static boolean hasOneOf(String names, String... parts) {
        for (var part : parts) {
            if (names.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
