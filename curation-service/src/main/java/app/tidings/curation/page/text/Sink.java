package app.tidings.curation.page.text;

import app.tidings.curation.page.part.Part;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Takes an article piece by piece, in the order in which it is read. */
interface Sink {

    /** An element begins; false where the sink has taken all of it already. */
    boolean open(Part part);

    void text(String text);

    void close(Part part);

    /** Tells of all that was not dropped. No deeper than the parser lets pages be. */
    static void pour(List<Part> article, Sink sink) {
        article.forEach(part -> pour(part, sink));
    }

    private static void pour(Part part, Sink sink) {
        if (part.dropped || !sink.open(part)) {
            return;
        }
        var next = 0;
        for (var node : part.element.childNodes()) {
            if (node instanceof TextNode text) {
                sink.text(text.getWholeText());
            } else if (node instanceof Element
                    && next < part.children.size()
                    && part.children.get(next).element.equals(node)) {
                pour(part.children.get(next++), sink);
            }
        }
        sink.close(part);
    }
}
