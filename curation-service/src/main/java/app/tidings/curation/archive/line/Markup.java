package app.tidings.curation.archive.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/**
 * Markdown (CommonMark) as text, links and images. Links that people write and CommonMark does not take, with full-width
 * brackets or with blanks in the address, are links too. Names such as {@code __init__} keep their lines.
 */
public final class Markup {

    private static final Pattern ODD_ADDRESS = Pattern.compile(
            "][（(]\\s*(https?://(?:[^\\s()（）]++|\\([^\\s()]*+\\)){0,20}(?:[ \\t]++[^\\s()（）\"']++){0,20})\\s*[)）]");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("]\\(\\S*\\)");

    private static final Parser INLINE = Parser.builder()
            .enabledBlockTypes(Set.of())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** Indented text is text: an item's may be indented under its number. */
    private static final Parser BLOCKS = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    HtmlBlock.class,
                    ThematicBreak.class,
                    FencedCodeBlock.class,
                    BlockQuote.class,
                    ListBlock.class))
            .build();

    /** A link in running text; the text is plain. */
    public record Reference(String text, String url) {}

    /** An image; the text that stands for it is plain. */
    public record Picture(String alt, String url) {}

    private Markup() {}

    /** The nodes of a line, read as running text whatever it begins with. */
    static Node inline(String line) {
        return INLINE.parse(line.strip());
    }

    static Node blocks(String markdown) {
        return BLOCKS.parse(repaired(markdown));
    }

    /** The same Markdown with addresses that CommonMark takes. */
    static String repaired(String markdown) {
        return ODD_ADDRESS
                .matcher(markdown)
                .replaceAll(odd -> Matcher.quoteReplacement(
                        PLAIN_ADDRESS.matcher(odd.group()).matches() ? odd.group() : "](<" + odd.group(1) + ">)"));
    }

    /** What a line says, without markup. */
    public static String plain(String line) {
        return plain(inline(repaired(line))).strip();
    }

    static String plain(Node node) {
        var reader = new TextReader();
        node.accept(reader);
        return reader.text.toString();
    }

    private static String inside(Node node) {
        var reader = new TextReader();
        reader.visitChildren(node);
        return reader.text.toString().strip();
    }

    static List<Reference> links(Node node) {
        var reader = new LinkReader();
        node.accept(reader);
        return reader.links;
    }

    static List<Picture> images(Node node) {
        var reader = new LinkReader();
        node.accept(reader);
        return reader.images;
    }

    private static final class TextReader extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            text.append(node.getLiteral().startsWith("<img") ? "" : node.getLiteral());
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
        public void visit(Emphasis node) {
            emphasis(node);
        }

        @Override
        public void visit(StrongEmphasis node) {
            emphasis(node);
        }

        private <T extends Node & Delimited> void emphasis(T node) {
            var sign = node.getOpeningDelimiter().startsWith("_") ? node.getOpeningDelimiter() : "";
            text.append(sign);
            visitChildren(node);
            text.append(sign);
        }

        @Override
        public void visit(Image node) {
            // shows no text where it is there
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block && !(parent.getParent() == null)) {
                text.append('\n');
            }
        }
    }

    private static final class LinkReader extends AbstractVisitor {

        private final List<Reference> links = new ArrayList<>();
        private final List<Picture> images = new ArrayList<>();

        @Override
        public void visit(Link node) {
            if (!node.getDestination().isBlank() && !isFootnote(node)) {
                links.add(new Reference(inside(node), node.getDestination().strip()));
            }
            visitChildren(node);
        }

        /** To CommonMark the text of a footnote is an address. */
        private static boolean isFootnote(Link node) {
            return inside(node).startsWith("^");
        }

        @Override
        public void visit(Image node) {
            if (!node.getDestination().isBlank()) {
                images.add(new Picture(inside(node), node.getDestination().strip()));
            }
        }

        @Override
        public void visit(HtmlInline node) {
            html(node.getLiteral());
        }

        @Override
        public void visit(HtmlBlock node) {
            html(node.getLiteral());
        }

        private void html(String literal) {
            var body = Jsoup.parseBodyFragment(literal).body();
            body.select("a[href]").forEach(each -> links.add(new Reference(each.text(), each.attr("href"))));
            body.select("img[src]").forEach(each -> images.add(new Picture(each.attr("alt"), each.attr("src"))));
        }
    }
}
