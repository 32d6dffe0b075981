package app.tidings.curation.page.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells what stands among things that others wrote, comments and other pages, by the names of the boxes around it. A box that
 * holds the headline as well is the article's own, whatever it is called: a forum's page may be all a thread. For one thread.
 */
public final class Elsewhere {

    private static final int LONGEST = 200;

    private final Set<Element> aroundHeadline = new HashSet<>();
    private final Map<Element, Boolean> known = new HashMap<>();
    private final Map<String, Boolean> names = new HashMap<>();

    private Elsewhere() {}

    /** What is elsewhere on the page of a headline. */
    public static Elsewhere than(@Nullable Element headline) {
        var elsewhere = new Elsewhere();
        for (var each = headline; each != null; each = each.parent()) {
            elsewhere.aroundHeadline.add(each);
        }
        return elsewhere;
    }

    /** Whether an element is elsewhere. Each element is looked at once, however often it is asked about what stands in it. */
    public boolean holds(Element element) {
        List<Element> asked = new ArrayList<>();
        @Nullable Element each = element;
        while (each != null && !aroundHeadline.contains(each) && !known.containsKey(each) && !isOfOthers(each)) {
            asked.add(each);
            each = each.parent();
        }
        var found = each != null && !aroundHeadline.contains(each) && known.getOrDefault(each, true);
        asked.forEach(inside -> known.put(inside, found));
        return found;
    }

    private boolean isOfOthers(Element element) {
        return switch (element.normalName()) {
            case "html", "body", "main" -> false;
            default -> isOfOthers(element.className()) || isOfOthers(element.id());
        };
    }

    private boolean isOfOthers(String given) {
        return !given.isEmpty()
                && names.computeIfAbsent(
                        given,
                        all -> List.of(all.substring(0, Math.min(all.length(), LONGEST))
                                        .split("\\s+", -1))
                                .stream()
                                .anyMatch(Named::isOfOthers));
    }
}
