package app.tidings.curation.page.metadata.thing;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.outline.Outline;
import app.tidings.curation.page.part.Elsewhere;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        var named = scope == null ? "" : scope.attr("itemtype");
        this.type = ThingTypes.isWanted(named) ? ThingTypes.plain(named) : null;
        var question = scope != null && "qapage".equals(type) ? mainEntity(scope, outline) : null;
        var elsewhere = Elsewhere.than(
                outline.headlines().isEmpty() ? null : outline.headlines().getFirst());
        outline.properties().stream()
                .filter(each -> scope == null
                        ? !elsewhere.holds(each)
                        : scope.equals(owner(each)) || (question != null && question.equals(owner(each))))
                .limit(MOST)
                .forEach(this::take);
    }

    /** Reads the page: the thing that says it is what is read here, or else the first that a page can be. */
    public static Microdata of(Outline outline, WebPage page) {
        var scope = outline.things().stream()
                .limit(MOST)
                .filter(each -> ThingTypes.isWanted(each.attr("itemtype")))
                .findFirst();
        return new Microdata(scope.or(() -> addressed(outline, page)).orElse(null), outline);
    }

    /** One of several answers has an address of its own. */
    private static Optional<Element> addressed(Outline outline, WebPage page) {
        return outline.properties().stream()
                .filter(each -> each.attr("itemprop").equals("url"))
                .filter(each -> isOwn(each.attr(each.hasAttr("content") ? "content" : "href"), page))
                .limit(MOST)
                .map(Microdata::owner)
                .filter(Objects::nonNull)
                .filter(each -> each.hasAttr("itemtype"))
                .findFirst();
    }

    private static boolean isOwn(String reference, WebPage page) {
        var own = page.address();
        return own != null
                && page.resolve(reference)
                        .filter(named -> own.host().name().equals(named.getHost())
                                && own.path().equals(named.getPath()))
                        .isPresent();
    }

    private static @Nullable Element mainEntity(Element page, Outline outline) {
        return outline.properties().stream()
                .filter(each -> each.attr("itemprop").equals("mainEntity") && page.equals(owner(each)))
                .findFirst()
                .orElse(null);
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
            case "abbr" -> statesFigures(element.attr("title")) ? element.attr("title") : element.text();
            case "data", "meter" -> element.attr("value");
            default -> element.text();
        };
    }

    /** An abbreviation in words may stand for a date in figures. */
    private static boolean statesFigures(String title) {
        return !title.isEmpty() && Character.isDigit(title.charAt(0));
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
        var elements = standing.getOrDefault(field, List.of());
        var first = elements.isEmpty() ? null : owner(elements.getFirst());
        var found = values(elements.stream()
                        .filter(each -> Objects.equals(first, owner(each)))
                        .toList())
                .map(String::strip)
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? null : found;
    }

    @Override
    public @Nullable String image() {
        var stated = text("image");
        return stated == null ? text("thumbnailUrl") : stated; // what videos state
    }

    @Override
    public @Nullable String answers() {
        var answers = text("answerCount");
        return answers == null ? text("commentCount") : answers;
    }
}
