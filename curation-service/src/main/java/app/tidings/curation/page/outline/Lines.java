package app.tidings.curation.page.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a page. They are looked for when somebody asks first: to read all texts costs as much as all the rest, and pages
 * that say everything for machines are not asked. For one thread.
 */
public final class Lines {

    private static final int MOST_ELEMENTS = 5_000;

    private final List<Element> elements = new ArrayList<>();
    private @Nullable List<Line> found;

    /** The next element, which may be a line. */
    void offer(Element element) {
        if (elements.size() < MOST_ELEMENTS) {
            elements.add(element);
        }
    }

    /** All that have what somebody may look for, in the order of the page. */
    public List<Line> all() {
        if (found == null) {
            found = elements.stream().map(Line::of).flatMap(Optional::stream).toList();
        }
        return found;
    }
}
