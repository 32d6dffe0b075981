package app.tidings.render.prose;

import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * May a text stand in an issue's Markdown as it was written? Only if every CommonMark parser sees nothing but harmless
 * nodes in it, also behind a list item: what is indented would go on with that item.
 */
final class AsWritten {

    private static final Pattern LIKE_A_TAG = Pattern.compile("<[A-Za-z/!?]");

    private static final Parser STANDARD = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(Prose.MAX_NESTING)
            .maxInlineNesting(Prose.MAX_NESTING)
            .build();

    private AsWritten() {}

    static boolean holds(String source) {
        return Taming.inOrder(STANDARD.parse(source)).stream()
                .allMatch(node -> startsItsLine(node, source) && isHarmless(node));
    }

    private static boolean isHarmless(Node node) {
        return switch (node) {
            case Text text -> !LIKE_A_TAG.matcher(text.getLiteral()).find() && !Taming.looksLikeEntry(text);
            case Link link -> Taming.isSafeAddress(link.getDestination());
            case FencedCodeBlock code -> code.getClosingFenceLength() != null;
            case Paragraph _,
                    BlockQuote _,
                    BulletList _,
                    ListItem _,
                    Emphasis _,
                    StrongEmphasis _,
                    Code _,
                    SoftLineBreak _,
                    HardLineBreak _ -> true;
            default -> false;
        };
    }

    private static boolean startsItsLine(Node node, String source) {
        return !(node.getParent() instanceof Document)
                || node.getSourceSpans().stream()
                        .limit(1)
                        .allMatch(span -> !Character.isWhitespace(source.charAt(span.getInputIndex())));
    }
}
