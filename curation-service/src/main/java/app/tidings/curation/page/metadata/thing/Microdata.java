package app.tidings.curation.page.metadata.thing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The first thing of a page's microdata (HTML, section 5) that a page can be as a whole; where none is, all properties of the
 * page, for many pages mark what they say and not what it belongs to.
 */
public final class Microdata implements Thing {

    private static final int MOST = 2_000;
    private static final int MOST_NAMES = 5;

    private final @Nullable String type;
    private final Map<String, List<String>> values = new HashMap<>();

    private Microdata(@Nullable Element scope, Document html) {
        this.type = scope == null ? null : ThingTypes.plain(scope.attr("itemtype"));
        var root = scope == null ? html : scope;
        root.select("[itemprop]").stream()
                .limit(MOST)
                .filter(each -> scope == null || scope.equals(owner(each)))
                .forEach(this::take);
    }

    /** Reads the page. */
    public static Microdata of(Document html) {
        var scope = html.select("[itemscope][itemtype]").stream()
                .limit(MOST)
                .filter(each -> ThingTypes.isWanted(each.attr("itemtype")))
                .findFirst()
                .orElse(null);
        return new Microdata(scope, html);
    }

    private static @Nullable Element owner(Element property) {
        var parent = property.parent();
        return parent == null ? null : parent.closest("[itemscope]");
    }

    private void take(Element element) {
        var value = element.hasAttr("itemscope") ? named(element) : value(element);
        if (value != null && !value.isBlank()) {
            for (var name : element.attr("itemprop").split("\\s+", -1)) {
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
    }

    /** A thing inside the thing: its name, or its address. */
    private static @Nullable String named(Element thing) {
        var name = thing.selectFirst("[itemprop=name]");
        var address = thing.selectFirst("[itemprop~=^(url|contentUrl)$]");
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
        var found = values.get(field);
        return found == null ? null : found.getFirst();
    }

    @Override
    public @Nullable String names(String field) {
        var found = values.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
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
