package app.tidings.render.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Turns each node of a parsed text that could do harm, or break the shape of an issue, into one that cannot. */
final class Taming {

    private static final Pattern SAFE_ADDRESS = Pattern.compile("(?i)(?:https?://|mailto:)[^\\s\\p{Cntrl}<>\"\\\\]+");
    private static final Pattern ENTRY_NUMBER = Pattern.compile("(\\d{1,3})、\\s*");
    private static final Pattern NOT_A_CODE_LANGUAGE = Pattern.compile("[^A-Za-z0-9+#.-]");

    private Taming() {}

    static void tame(Node tree) {
        inOrder(tree).forEach(Taming::tameOne);
    }

    /** Whether an address may be linked to. */
    static boolean isSafeAddress(String address) {
        return SAFE_ADDRESS.matcher(address).matches();
    }

    /** Whether the text begins a line that would look like an entry of an issue: {@code 2、[title](url)}. */
    static boolean looksLikeEntry(Text text) {
        return text.getNext() instanceof Link
                && beginsLine(text)
                && ENTRY_NUMBER.matcher(text.getLiteral()).matches();
    }

    private static boolean beginsLine(Node node) {
        var previous = node.getPrevious();
        return previous == null || previous instanceof SoftLineBreak || previous instanceof HardLineBreak;
    }

    private static void tameOne(Node node) {
        switch (node) {
            case Text text -> tame(text);
            case Code code -> code.setLiteral(withoutStandIns(code.getLiteral()));
            case FencedCodeBlock code -> tame(code);
            case HtmlInline html -> replace(html, new Text(withoutStandIns(html.getLiteral())));
            case Link link -> tame(link);
            case Image image -> tame(image);
            case Heading heading -> tame(heading);
            case OrderedList list ->
                list.setMarkerDelimiter(")"); // "1." would go on with an English issue's own numbers
            case ThematicBreak line -> line.unlink();
            case LinkReferenceDefinition definition -> definition.unlink(); // it would hold for the whole issue
            default -> {} // nothing to be done about paragraphs, quotes, lists, emphasis and line breaks
        }
    }

    private static void tame(Text text) {
        text.setLiteral(withoutStandIns(text.getLiteral()));
        if (looksLikeEntry(text)) {
            text.setLiteral(ENTRY_NUMBER.matcher(text.getLiteral()).replaceFirst("$1) "));
        }
    }

    private static void tame(FencedCodeBlock code) {
        var info = code.getInfo() == null ? "" : code.getInfo();
        code.setInfo(NOT_A_CODE_LANGUAGE.matcher(info).replaceAll(""));
        code.setLiteral(withoutStandIns(code.getLiteral()));
        code.setFenceIndent(0);
    }

    private static void tame(Link link) {
        link.setDestination(withoutStandIns(link.getDestination()));
        link.setTitle(null);
        if (!isSafeAddress(link.getDestination())) {
            unwrap(link);
        }
    }

    /** Pictures of other sites would tell them who reads; what remains is the way there. */
    private static void tame(Image image) {
        var address = withoutStandIns(image.getDestination());
        if (!isSafeAddress(address) || isInLink(image)) {
            unwrap(image);
            return;
        }
        var link = new Link(address, null);
        image.insertBefore(link);
        children(image).forEach(link::appendChild);
        if (link.getFirstChild() == null) {
            link.appendChild(new Text(address));
        }
        image.unlink();
    }

    private static boolean isInLink(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }

    private static void tame(Heading heading) {
        inOrder(heading).stream().filter(StrongEmphasis.class::isInstance).forEach(Taming::unwrap);
        var strong = new StrongEmphasis("**");
        children(heading).forEach(strong::appendChild);
        var paragraph = new Paragraph();
        if (strong.getFirstChild() != null) {
            paragraph.appendChild(strong);
            heading.insertBefore(paragraph);
        }
        heading.unlink();
    }

    private static void unwrap(Node node) {
        children(node).forEach(node::insertBefore);
        node.unlink();
    }

    private static void replace(Node node, Node by) {
        node.insertBefore(by);
        node.unlink();
    }

    private static String withoutStandIns(String text) {
        return text.replace(Prose.STAND_IN, "");
    }

    private static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Every node below, children before the parent's next sibling; safe to change the tree meanwhile. */
    static List<Node> inOrder(Node tree) {
        var nodes = new ArrayList<Node>();
        tree.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    nodes.add(child);
                    child.accept(this);
                }
            }
        });
        return nodes;
    }
}
