package app.tidings.curation.page.part;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page with what has been counted in it, so that no question needs the tree to be walked again. What is dropped
 * counts no longer in what stands around it.
 */
public final class Part {

    public final Element element;
    public final @Nullable Part parent;
    public final List<Part> children = new ArrayList<>(2);

    /** Nearest part, this one included, that begins a line of its own. */
    public final Part block;

    public final Named named;

    /** Weight of all text in it, and of the text that is the words of a link. */
    public int text;

    public int linked;

    /** Weight of the text that stands in it but in no block inside it. */
    public int own;

    /** Weight of its running text: of blocks that hold more than a few words of their own, most of them no links. */
    public int prose;

    /** Signs that only sentences have. */
    public int marks;

    public int images;

    /** Ends of lines in it, outside the blocks inside it. */
    public int breaks;

    /** Headings in it that are links to elsewhere, and boxes right inside it that hold one such heading each. */
    public int linkedHeadings;

    public int teasers;
    public boolean holdsBlocks;
    public boolean dropped;

    /** Whether it is one of the parts that are the article. */
    public boolean chosen;

    /** Its place among its parent's children. */
    public int index;

    public double score;

    Part(Element element, @Nullable Part parent, Named named) {
        this.element = element;
        this.parent = parent;
        this.block = parent == null || Tags.isBlock(element) ? this : parent.block;
        this.named = named;
    }

    /** The name of its element. */
    public String tag() {
        return element.normalName();
    }

    /** Whether it begins a line of its own. */
    public boolean isBlock() {
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
        linkedHeadings += child.linkedHeadings;
        teasers += child.linkedHeadings == 1 && child.prose > 0 && !Tags.isHeading(child.tag()) ? 1 : 0;
        holdsBlocks |= child.isBlock() || child.holdsBlocks;
    }

    /** Takes it out of the page. */
    public void drop() {
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
    public boolean isDropped() {
        for (Part each = this; each != null; each = each.parent) {
            if (each.dropped) {
                return true;
            }
        }
        return false;
    }

    /** Share of its text that is the words of links, from 0 to 1. */
    public double linkShare() {
        return text == 0 ? 0 : (double) linked / text;
    }

    /** Its children that were not dropped. */
    public List<Part> standing() {
        return children.stream().filter(child -> !child.dropped).toList();
    }

    /** Whether it is the other one, or stands inside it. */
    public boolean isIn(Part other) {
        for (Part each = this; each != null; each = each.parent) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }
}
