package app.tidings.render.prose;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Prose as plain text. */
public final class ProseText {

    private ProseText() {}

    /** As it stands in a mail's text part: blocks apart by an empty line, addresses in parentheses behind their text. */
    public static String withAddresses(Prose prose) {
        return blocks(prose.tree(), true);
    }

    /** Only the words, as one line. */
    public static String words(Prose prose) {
        return Lines.single(blocks(prose.tree(), false));
    }

    private static String blocks(Node parent, boolean addresses) {
        var text = new StringBuilder();
        for (var block = parent.getFirstChild(); block != null; block = block.getNext()) {
            text.append(text.isEmpty() ? "" : separator(parent)).append(block(block, addresses));
        }
        return text.toString();
    }

    private static String separator(Node parent) {
        return parent instanceof ListBlock list && list.isTight() ? "\n" : "\n\n";
    }

    private static String block(Node block, boolean addresses) {
        return switch (block) {
            case Paragraph paragraph -> line(paragraph, addresses);
            case FencedCodeBlock code ->
                code.getLiteral().stripTrailing().indent(4).stripTrailing();
            case BlockQuote quote -> prefixed("> ", "> ", blocks(quote, addresses));
            case BulletList list -> items(list, addresses, "- ", 0);
            case OrderedList list -> items(list, addresses, ") ", firstNumber(list));
            default -> blocks(block, addresses);
        };
    }

    private static int firstNumber(OrderedList list) {
        return list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
    }

    private static String items(ListBlock list, boolean addresses, String marker, int firstNumber) {
        var text = new StringBuilder();
        var number = firstNumber;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var lead = list instanceof OrderedList ? number++ + marker : marker;
            text.append(text.isEmpty() ? "" : separator(list))
                    .append(prefixed(lead, " ".repeat(lead.length()), blocks(item, addresses)));
        }
        return text.toString();
    }

    private static String prefixed(String first, String others, String lines) {
        return first + lines.replace("\n", "\n" + others);
    }

    private static String line(Node paragraph, boolean addresses) {
        var text = new StringBuilder();
        paragraph.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append('\n');
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append('\n');
            }

            @Override
            public void visit(Link link) {
                var start = text.length();
                visitChildren(link);
                if (addresses && !text.substring(start).equals(link.getDestination())) {
                    text.append(" (").append(link.getDestination()).append(')');
                }
            }
        });
        return text.toString();
    }
}
