package app.tidings.curation.page.outline;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * The elements of a page that may say something about it, by kind, each kind in the order of the page. The page is walked once
 * for all of them: each question of its own to the tree would take as long as this.
 *
 * @param statements {@code meta} elements, links with a relation, and elements that state a property with its content
 * @param scripts of any type
 * @param properties elements with {@code itemprop}
 * @param things elements with {@code itemscope} and {@code itemtype}
 * @param headlines {@code h1} elements
 * @param times as elements that state one
 * @param links {@code a} elements that have an attribute
 * @param marked elements with a class or an id
 * @param lines those of the body that are lines
 */
public record Outline(
        List<Element> statements,
        List<Element> scripts,
        List<Element> properties,
        List<Element> things,
        List<Element> headlines,
        List<Element> times,
        List<Element> links,
        List<Marked> marked,
        Lines lines) {

    /** Walks a page, which stays as it is. */
    public static Outline of(Document html) {
        var found = new Outline(list(), list(), list(), list(), list(), list(), list(), list(), new Lines());
        html.traverse(new Walker(found, html.body()));
        return found.finished();
    }

    private Outline finished() {
        return new Outline(
                List.copyOf(statements),
                List.copyOf(scripts),
                List.copyOf(properties),
                List.copyOf(things),
                List.copyOf(headlines),
                List.copyOf(times),
                List.copyOf(links),
                List.copyOf(marked),
                lines);
    }

    private static <T> List<T> list() {
        return new ArrayList<>();
    }

    /** Puts each element where it belongs. */
    private static final class Walker implements NodeVisitor {

        private final Outline found;
        private final Element body;
        private boolean inBody;

        Walker(Outline found, Element body) {
            this.found = found;
            this.body = body;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                take(element);
            }
        }

        private void take(Element element) {
            inBody |= element.equals(body);
            if (inBody) {
                found.lines.offer(element);
            }
            switch (element.normalName()) {
                case "h1" -> found.headlines.add(element);
                case "time", "relative-time", "time-ago", "local-time" -> found.times.add(element);
                case "script" -> found.scripts.add(element);
                default -> {}
            }
            if (element.attributesSize() > 0) {
                take(element, element.attributes());
            }
        }

        private void take(Element element, Attributes attributes) {
            if (states(element.normalName(), attributes)) {
                found.statements.add(element);
            }
            if (attributes.hasKey("itemprop")) {
                found.properties.add(element);
            }
            if (attributes.hasKey("itemscope") && attributes.hasKey("itemtype")) {
                found.things.add(element);
            }
            if (attributes.hasKey("class") || attributes.hasKey("id")) {
                found.marked.add(Marked.of(element));
            }
            if (element.normalName().equals("a")) {
                found.links.add(element);
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
    }
}
