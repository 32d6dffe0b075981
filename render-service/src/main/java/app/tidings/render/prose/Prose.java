package app.tidings.render.prose;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Markdown that an editor wrote, tamed: paragraphs, lists, quotes, code, emphasis and links to the web. Raw HTML is text,
 * a heading a bold paragraph, an image a link; other addresses than http, https and mailto are not links at all.
 */
public final class Prose {

    static final int MAX_NESTING = 20;

    /**
     * Stands beside asterisks while the text is parsed: CommonMark sees no emphasis in {@code **重要：**本周}, where a
     * punctuation mark stands on one side and a letter on the other, as they do in Chinese.
     */
    static final String STAND_IN = "\uFFFC";

    private static final String CJK_MARK =
            "[\\u2010-\\u203B\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF65]";
    private static final String MARK = "[\\p{P}\\p{S}&&[^*_\\\\]]";
    private static final String CJK_LETTER = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]";
    private static final String LETTER = "[\\p{L}\\p{N}]";

    private static final Pattern MARK_THEN_LETTER =
            Pattern.compile("(?<=%s)(\\*+)(?=%s)|(?<=%s)(\\*+)(?=%s)".formatted(CJK_MARK, LETTER, MARK, CJK_LETTER));
    private static final Pattern LETTER_THEN_MARK =
            Pattern.compile("(?<=%s)(\\*+)(?=%s)|(?<=%s)(\\*+)(?=%s)".formatted(LETTER, CJK_MARK, CJK_LETTER, MARK));
    private static final Pattern BLANK_START = Pattern.compile("\\A(?:[ \\t]*\\n)+");

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(
                    FencedCodeBlock.class, BlockQuote.class, ListBlock.class, Heading.class, ThematicBreak.class))
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    private static final MarkdownRenderer MARKDOWN = MarkdownRenderer.builder().build();

    private final String source;
    private final Node tree;

    private Prose(String source, Node tree) {
        this.source = source;
        this.tree = tree;
    }

    /** Tames what an editor wrote. */
    public static Prose of(String markdown) {
        var source = BLANK_START.matcher(Lines.clean(markdown)).replaceFirst("").stripTrailing();
        var tree = PARSER.parse(withStandIns(source));
        Taming.tame(tree);
        return new Prose(source, tree);
    }

    private static String withStandIns(String source) {
        var closed = MARK_THEN_LETTER.matcher(source).replaceAll(run -> run.group() + STAND_IN);
        return LETTER_THEN_MARK.matcher(closed).replaceAll(run -> STAND_IN + run.group());
    }

    /** As Markdown: as written where nothing in it could do harm or be taken for a part of the issue, else rewritten. */
    public String markdown() {
        return AsWritten.holds(source) ? source : MARKDOWN.render(tree).stripTrailing();
    }

    /** Whether there is nothing to print. */
    public boolean isBlank() {
        return tree.getFirstChild() == null;
    }

    /** Whether a further sentence can stand at its end. */
    public boolean endsInParagraph() {
        return tree.getLastChild() instanceof Paragraph;
    }

    Node tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prose prose && source.equals(prose.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
