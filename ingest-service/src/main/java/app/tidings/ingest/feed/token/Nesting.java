package app.tidings.ingest.feed.token;

import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Which elements a tag ends, where a document forgets to say so. */
final class Nesting {

    private static final Set<String> ENTRIES = Set.of("item", "entry");

    /** Elements of a feed that hold one text and no other element of a feed. */
    private static final Set<String> LEAVES = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "modified",
            "issued",
            "created",
            "language",
            "dc:date",
            "dc:creator",
            "dc:language",
            "dc:title",
            "itunes:author");

    /** Elements of a feed that end such a text where it was not closed. */
    private static final Set<String> SIBLINGS = Set.of(
            "description",
            "summary",
            "content",
            "content:encoded",
            "dc:description",
            "author",
            "category",
            "comments",
            "enclosure",
            "source",
            "image",
            "generator",
            "copyright",
            "managingeditor",
            "webmaster",
            "lastbuilddate",
            "ttl",
            "docs");

    private static final Set<String> VOID = Set.of("br", "img", "hr", "wbr", "input");

    private Nesting() {}

    /** Whether the element has never an end: it is one of HTML's in a text that was not escaped. */
    static boolean isVoid(String name) {
        return VOID.contains(name.toLowerCase(Locale.ROOT));
    }

    /** How many of the open elements, the innermost first, an element ends that starts. */
    static int endedByStart(String name, Deque<String> open) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (ENTRIES.contains(lower)) {
            return endedByEnd(lower, open);
        }
        var innermost = open.isEmpty() ? "" : open.element().toLowerCase(Locale.ROOT);
        return LEAVES.contains(innermost) && (LEAVES.contains(lower) || SIBLINGS.contains(lower)) ? 1 : 0;
    }

    /** How many of the open elements an end tag ends; none where none has its name. */
    static int endedByEnd(String name, Deque<String> open) {
        var ended = 0;
        for (var each : open) {
            ended++;
            if (each.equalsIgnoreCase(name)) {
                return ended;
            }
        }
        return 0;
    }
}
