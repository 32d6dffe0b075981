package app.tidings.curation.archive.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * An address in a line: a link, or bare.
 *
 * @param text plain; a bare address is its own
 * @param begin where it stands in the line
 * @param end behind it
 */
record Address(String text, String url, int begin, int end) {

    private static final Pattern BARE =
            Pattern.compile("https?://(?:[^\\s<>()（）【】「」《》“”，。；：、！？|\"'`\\p{IsHan}]++|\\([^\\s()]*+\\)){1,20}+");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("(?<![.,;:!?])[.,;:!?]++$");

    private static final Pattern ALONE = Pattern.compile("\\s*+<?+https?://[^\\s<>]++>?+\\s*+");

    /** Whether there is nothing but a bare address in a line. */
    static boolean isAll(String line) {
        return ALONE.matcher(line).matches();
    }

    boolean isBare() {
        return text.equals(url);
    }

    /** The first one in a line. Links that touch make one text; the last address is meant. */
    static Optional<Address> firstIn(String line) {
        var paragraph = Markup.inline(line).getFirstChild();
        return paragraph == null ? Optional.empty() : Optional.ofNullable(first(line, paragraph));
    }

    private static @Nullable Address first(String line, Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            var found = switch (node) {
                case Link link -> of(link);
                case Text text -> bare(line, text);
                case Image _ -> null;
                default -> first(line, node);
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Address of(Link first) {
        var text = new StringBuilder(Markup.plain(first));
        var last = first;
        while (last.getNext() instanceof Link next) {
            text.append(Markup.plain(next));
            last = next;
        }
        var span = last.getSourceSpans().getLast();
        return new Address(
                text.toString(),
                last.getDestination(),
                first.getSourceSpans().getFirst().getInputIndex(),
                span.getInputIndex() + span.getLength());
    }

    private static @Nullable Address bare(String line, Text text) {
        if (!text.getLiteral().contains("://")) {
            return null;
        }
        var span = text.getSourceSpans().getFirst();
        var bare = BARE.matcher(line);
        if (!isFound(bare, line, span.getInputIndex(), end(text))) {
            return null;
        }
        var address = ENDS_SENTENCE.matcher(bare.group()).replaceFirst("");
        return new Address(address, address, bare.start(), bare.start() + address.length());
    }

    /** Looks no further than the text: a line of many would else be read as often as it has some. */
    private static boolean isFound(Matcher bare, String line, int begin, int end) {
        for (var i = line.indexOf("http", begin, end); i >= 0; i = line.indexOf("http", i + 1, end)) {
            if (bare.region(i, line.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static int end(Node node) {
        var span = node.getSourceSpans().getLast();
        return span.getInputIndex() + span.getLength();
    }
}
