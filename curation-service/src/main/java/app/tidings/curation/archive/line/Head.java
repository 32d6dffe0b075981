package app.tidings.curation.archive.line;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The head of an item, its number taken off: a title with its address, the mark of a language, and what follows on the same line.
 *
 * @param title plain
 * @param url none where the title is no link
 * @param tail what follows title and mark, in Markdown
 */
public record Head(String title, @Nullable String url, Optional<LanguageMark> mark, String tail) {

    /** Brackets that do not pair, which CommonMark takes for text. */
    private static final Pattern ODD_LINK =
            Pattern.compile("^\\[(.+?)]\\(\\s*<?((?:https?:)?//[^\\s()<>]*(?:\\([^\\s()]*\\)[^\\s()<>]*)*)>?\\s*\\)");

    /** Reads what follows the number. */
    public static Head of(String rest) {
        var line = Markup.repaired(rest.strip());
        var first = first(line);
        if (first instanceof Link link) {
            return linked(line, link);
        }
        var odd = ODD_LINK.matcher(line);
        if (odd.find()) {
            var title = odd.group(1).replace("\\", "");
            return withTail(title.strip(), odd.group(2), line.substring(odd.end()));
        }
        var within = linkWithin(first);
        return within == null ? unlinked(line) : behindText(line, within);
    }

    public boolean isLinked() {
        return url != null;
    }

    /** The first node of the line; of a line that is bold in whole or at its beginning, the first of what is bold. */
    private static @Nullable Node first(String line) {
        var paragraph = Markup.inline(line).getFirstChild();
        var first = paragraph == null ? null : paragraph.getFirstChild();
        return first instanceof StrongEmphasis strong ? strong.getFirstChild() : first;
    }

    /** Links that touch make one title; the last address is meant. */
    private static Head linked(String line, Link first) {
        var title = new StringBuilder(Markup.plain(first));
        var last = first;
        while (last.getNext() instanceof Link next) {
            title.append(Markup.plain(next));
            last = next;
        }
        return withTail(title.toString(), last.getDestination(), line.substring(end(last)));
    }

    private static int end(Link link) {
        var span = link.getSourceSpans().getLast();
        var end = span.getInputIndex() + span.getLength();
        return link.getParent() instanceof StrongEmphasis && link.getNext() == null ? end + 2 : end;
    }

    private static @Nullable Link linkWithin(@Nullable Node first) {
        for (var node = first; node != null; node = node.getNext()) {
            if (node instanceof Link link) {
                return link;
            }
            if (!(node instanceof Text)) {
                return null;
            }
        }
        return null;
    }

    /** Words before a link belong to the title where they lead to it, as in {@code Podcast #3：[title](url)}. */
    private static Head behindText(String line, Link link) {
        var span = link.getSourceSpans().getFirst();
        var before = Markup.plain(line.substring(0, span.getInputIndex()));
        if (!before.matches(".{0,40}[:：《「『“\"|｜-]|[「《『“\"]")) {
            return unlinked(line);
        }
        var tail = line.substring(end(link));
        var closed = tail.matches("[》」』”\"].*");
        return withTail(
                before + Markup.plain(link) + (closed ? tail.substring(0, 1) : ""),
                link.getDestination(),
                closed ? tail.substring(1) : tail);
    }

    private static Head unlinked(String line) {
        var marked = LanguageMark.atEnd(Markup.plain(line));
        return new Head(oneLine(marked.rest()), null, marked.mark(), "");
    }

    private static Head withTail(String title, String url, String tail) {
        var marked = LanguageMark.atStart(tail);
        return new Head(
                oneLine(title),
                Objects.requireNonNull(url).strip(),
                marked.mark(),
                marked.rest().strip());
    }

    private static String oneLine(String title) {
        return title.replaceAll("\\s+", " ").strip();
    }
}
