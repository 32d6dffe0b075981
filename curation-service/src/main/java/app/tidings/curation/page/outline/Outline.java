package app.tidings.curation.page.outline;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page that may say something about it, by kind, each kind in the order of the page. The page is walked once
 * for all of them: each question of its own to the tree would take as long as this.
 */
public final class Outline {

    private static final int MOST_LINES = 5_000;

    private final Element body;
    private final List<Element> elements = new ArrayList<>(1_024);
    private final List<Element> statements = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> things = new ArrayList<>();
    private final List<Element> headlines = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> named = new ArrayList<>();
    private int behindHead = Integer.MAX_VALUE;
    private @Nullable List<Marked> marked;
    private @Nullable List<Line> lines;

    private Outline(Document html) {
        this.body = html.body();
    }

    /** Walks a page, which stays as it is. */
    public static Outline of(Document html) {
        var outline = new Outline(html);
        html.traverse((node, _) -> {
            if (node instanceof Element element) {
                outline.take(element);
            }
        });
        return outline;
    }

    private void take(Element element) {
        if (element.equals(body)) {
            behindHead = elements.size();
        }
        elements.add(element);
        switch (element.normalName()) {
            case "h1" -> headlines.add(element);
            case "time" -> times.add(element);
            case "script" -> scripts.add(element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            take(element, element.attributes());
        }
    }

    private void take(Element element, Attributes attributes) {
        if (states(element.normalName(), attributes)) {
            statements.add(element);
        }
        if (attributes.hasKey("itemprop")) {
            properties.add(element);
        }
        if (attributes.hasKey("itemscope") && attributes.hasKey("itemtype")) {
            things.add(element);
        }
        if (attributes.hasKey("class") || attributes.hasKey("id")) {
            named.add(element);
        }
        if (element.normalName().equals("a")) {
            links.add(element);
        }
    }

    private static boolean states(String name, Attributes attributes) {
        return switch (name) {
            case "meta" -> true;
            case "link", "a" -> (attributes.hasKey("rel") && attributes.hasKey("href")) || isProperty(attributes);
            case "time" -> attributes.hasKey("property");
            default -> isProperty(attributes);
        };
    }

    private static boolean isProperty(Attributes attributes) {
        return attributes.hasKey("property") && attributes.hasKey("content");
    }

    /** The body and what stands in it. */
    public List<Element> body() {
        return elements.subList(Math.min(behindHead, elements.size()), elements.size());
    }

    /** {@code meta} elements, links with a relation, and elements that state a property with its content. */
    public List<Element> statements() {
        return statements;
    }

    /** {@code script} elements. */
    public List<Element> scripts() {
        return scripts;
    }

    /** Elements with {@code itemprop}. */
    public List<Element> properties() {
        return properties;
    }

    /** Elements with {@code itemscope} and {@code itemtype}. */
    public List<Element> things() {
        return things;
    }

    /** {@code h1} elements. */
    public List<Element> headlines() {
        return headlines;
    }

    /** {@code time} elements. */
    public List<Element> times() {
        return times;
    }

    /** {@code a} elements that have an attribute. */
    public List<Element> links() {
        return links;
    }

    /** Elements with a class or an id. */
    public List<Marked> marked() {
        if (marked == null) {
            marked = named.stream().map(Marked::of).toList();
        }
        return marked;
    }

    /** Elements of the body with a text of their own, outside the elements in it, that has what somebody may look for. */
    public List<Line> lines() {
        if (lines == null) {
            lines = new ArrayList<>();
            var body = body();
            for (var element : body.subList(0, Math.min(body.size(), MOST_LINES))) {
                Line.in(element, lines);
            }
        }
        return lines;
    }
}
