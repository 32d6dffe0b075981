package app.tidings.curation.page.metadata.thing;

import app.tidings.curation.page.outline.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The first thing of a page's microdata (HTML, section 5) that a page can be as a whole; where none is, all properties of the
 * page, for many pages mark what they say and not what it belongs to.
 */
public final class Microdata implements Thing {

    private static final int MOST = 2_000;
    private static final int MOST_NAMES = 5;
    private static final Evaluator NAME = Selector.evaluatorOf("[itemprop=name]");
    private static final Evaluator ADDRESS = Selector.evaluatorOf("[itemprop~=^(url|contentUrl)$]");

    private final @Nullable String type;
    private final Map<String, List<Element>> standing = new HashMap<>();

    private Microdata(@Nullable Element scope, Outline outline) {
        this.type = scope == null ? null : ThingTypes.plain(scope.attr("itemtype"));
        outline.properties().stream()
                .filter(each -> scope == null || scope.equals(owner(each)))
                .limit(MOST)
                .forEach(this::take);
    }

    /** Reads the page. */
    public static Microdata of(Outline outline) {
        var scope = outline.things().stream()
                .limit(MOST)
                .filter(each -> ThingTypes.isWanted(each.attr("itemtype")))
                .findFirst()
                .orElse(null);
        return new Microdata(scope, outline);
    }

    private static @Nullable Element owner(Element property) {
        var around = property.parent();
        while (around != null && !around.hasAttr("itemscope")) {
            around = around.parent();
        }
        return around;
    }

    private void take(Element element) {
        for (var name : element.attr("itemprop").split("\\s+", -1)) {
            standing.computeIfAbsent(name, _ -> new ArrayList<>()).add(element);
        }
    }

    /** What is stated for a property, as far as it is something; read when it is asked for, as it may be all of an article. */
    private Stream<String> values(String property) {
        var elements = standing.get(property);
        return elements == null ? Stream.empty() : values(elements);
    }

    private static Stream<String> values(List<Element> elements) {
        return elements.stream()
                .map(element -> element.hasAttr("itemscope") ? named(element) : value(element))
                .filter(value -> value != null && !value.isBlank());
    }

    /** A thing inside the thing: its name, or its address. */
    private static @Nullable String named(Element thing) {
        var name = thing.selectFirst(NAME);
        var address = name == null ? thing.selectFirst(ADDRESS) : null;
        var text = name != null ? value(name) : address != null ? value(address) : thing.text();
        return text.length() > 2_000 ? null : text;
    }

    /** HTML, section 5.2.4. */
    private static String value(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        return switch (element.normalName()) {
            case "a", "area", "link" -> element.text().isBlank() ? element.attr("abs:href") : element.text();
            case "img", "audio", "video", "source", "embed", "iframe" -> element.attr("src");
            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
            case "data", "meter" -> element.attr("value");
            default -> element.text();
        };
    }

    @Override
    public @Nullable String type() {
        return type;
    }

    @Override
    public @Nullable String text(String field) {
        return values(field).findFirst().orElse(null);
    }

    @Override
    public @Nullable String names(String field) {
        var found =
                values(field).map(String::strip).distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return found.isEmpty() ? null : found;
    }

    @Override
    public @Nullable String image() {
        return text("image");
    }

    @Override
    public @Nullable String answers() {
        var answers = text("answerCount");
        return answers == null ? text("commentCount") : answers;
    }
}
