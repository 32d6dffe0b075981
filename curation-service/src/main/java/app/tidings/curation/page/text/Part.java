package app.tidings.curation.page.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page with what has been counted in it, so that no question needs the tree to be walked again. What is dropped
 * counts no longer in what stands around it.
 */
final class Part {

    final Element element;
    final @Nullable Part parent;
    final List<Part> children = new ArrayList<>(2);

    /** Nearest part, this one included, that begins a line of its own. */
    final Part block;

    final Named named;

    /** Weight of all text in it, and of the text that is the words of a link. */
    int text;

    int linked;

    /** Weight of the text that stands in it but in no block inside it. */
    int own;

    /** Weight of its running text: of blocks that hold more than a few words of their own, most of them no links. */
    int prose;

    /** Signs that only sentences have. */
    int marks;

    int images;
    boolean holdsBlocks;
    boolean dropped;

    /** Whether it is one of the parts that are the article. */
    boolean chosen;

    /** Its place among its parent's children. */
    int index;

    double score;

    Part(Element element, @Nullable Part parent) {
        this.element = element;
        this.parent = parent;
        this.block = parent == null || Tags.isBlock(element) ? this : parent.block;
        this.named = Named.of(element);
    }

    String tag() {
        return element.normalName();
    }

    boolean isBlock() {
        return block == this;
    }

    /** Counts a child in that has been counted itself. */
    void take(Part child) {
        child.index = children.size();
        children.add(child);
        text += child.text;
        prose += child.prose;
        linked += child.linked;
        marks += child.marks;
        images += child.images;
        holdsBlocks |= child.isBlock() || child.holdsBlocks;
    }

    /** Takes it out of the page. */
    void drop() {
        if (dropped) {
            return;
        }
        dropped = true;
        for (var around = parent; around != null; around = around.parent) {
            around.text -= text;
            around.prose -= prose;
            around.linked -= linked;
            around.marks -= marks;
            around.images -= images;
        }
    }

    /** Whether it, or anything around it, is out of the page. */
    boolean isDropped() {
        for (Part each = this; each != null; each = each.parent) {
            if (each.dropped) {
                return true;
            }
        }
        return false;
    }

    /** Share of its text that is the words of links, from 0 to 1. */
    double linkShare() {
        return text == 0 ? 0 : (double) linked / text;
    }

    List<Part> standing() {
        return children.stream().filter(child -> !child.dropped).toList();
    }

    boolean isIn(Part other) {
        for (Part each = this; each != null; each = each.parent) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }
}
