package app.tidings.ingest.feed.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The elements of a broken document that are open, and which of them a tag ends where the document forgets to say so. */
final class OpenElements {

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

    /** Elements of a feed that end such a text where it was not closed, as those with a prefix do. */
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
            "docs",
            "subtitle",
            "tagline",
            "info",
            "rights",
            "contributor");

    private static final Set<String> VOID = Set.of("br", "img", "hr", "wbr", "input");

    private final Deque<String> written = new ArrayDeque<>();
    private final Deque<String> lower = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Whether the element has never an end: it is one of HTML's in a text that was not escaped. */
    static boolean isVoid(String name) {
        return VOID.contains(lower(name));
    }

    /** How many there are. */
    int depth() {
        return written.size();
    }

    /** Opens an element. */
    void push(String name) {
        var key = lower(name);
        written.push(name);
        lower.push(key);
        counts.merge(key, 1, Integer::sum);
    }

    /** Closes the innermost element; gives its name as it was written. */
    String pop() {
        counts.computeIfPresent(lower.pop(), (name, count) -> count > 1 ? count - 1 : null);
        return written.pop();
    }

    /**
     * How many elements, the innermost first, an element ends that starts.
     *
     * @param empty whether the element has nothing in it; an entry that has nothing ends no other
     */
    int endedByStart(String name, boolean empty) {
        var key = lower(name);
        var inLeaf = !lower.isEmpty() && LEAVES.contains(lower.element());
        if (ENTRIES.contains(key)) {
            return Math.max(empty ? 0 : endedByEnd(key), inLeaf ? 1 : 0);
        }
        var endsLeaf = LEAVES.contains(key) || SIBLINGS.contains(key) || key.indexOf(':') > 0;
        return inLeaf && endsLeaf ? 1 : 0;
    }

    /** How many elements an end tag ends; none where none has its name. */
    int endedByEnd(String name) {
        var key = lower(name);
        if (!counts.containsKey(key)) {
            return 0;
        }
        var ended = 0;
        for (var each : lower) {
            ended++;
            if (each.equals(key)) {
                break;
            }
        }
        return ended;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
