package app.tidings.curation.page.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Walks a page once and counts: all its parts, each before those inside it. Leaves the page as it is. */
public final class Survey implements NodeFilter {

    private static final Set<String> AROUND = Set.of("nav", "footer", "aside");
    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "complementary", "menu", "menubar", "search", "dialog");

    private static final Evaluator WITHIN_PAGE = Selector.evaluatorOf("a[href^=#]");
    private static final int SENTENCE = 50;

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Named> names = new HashMap<>();
    private @Nullable Part open;
    private int links;

    private Survey() {}

    /** The parts of the body, without those that show nothing. */
    public static List<Part> of(Document html) {
        var survey = new Survey();
        html.body().filter(survey);
        return survey.parts;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            count(text.getWholeText());
        } else if (node instanceof Element element) {
            if (open != null && Tags.isMute(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        var part = new Part(element, open, Named.of(element, names));
        parts.add(part);
        open = part;
        if (part.tag().equals("a")) {
            links++;
        } else if (part.tag().equals("img")) {
            part.images++;
        } else if (part.tag().equals("br")) {
            part.block.breaks++;
        }
    }

    private void count(String text) {
        var part = open;
        var weight = Weight.of(text);
        if (part == null || weight == 0) {
            return;
        }
        part.text += weight;
        part.block.own += weight;
        part.marks += Weight.marks(text);
        if (links > 0) {
            part.linked += weight;
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element && open != null && open.element.equals(node)) {
            var done = open;
            open = done.parent;
            if (done.tag().equals("a")) {
                links--;
            }
            if (done.isBlock() && done.own >= SENTENCE && done.linkShare() < 0.5) {
                done.prose += done.own;
            }
            if (isLinkedHeading(done)) {
                done.linkedHeadings++;
            }
            if (open != null) {
                open.take(done);
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isLinkedHeading(Part part) {
        return Tags.isHeading(part.tag())
                && part.text > 0
                && part.linkShare() > 0.9
                && part.element.selectFirst(WITHIN_PAGE) == null;
    }

    /** Whether a part says that it is nothing to be read, or not here. */
    public static boolean isAround(Part part) {
        var element = part.element;
        return AROUND.contains(part.tag())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        var style = element.attr("style");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (!style.isEmpty() && style.length() < 2_000 && isNotShown(style));
    }

    private static boolean isNotShown(String style) {
        var at = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return at.contains("display:none");
    }
}
