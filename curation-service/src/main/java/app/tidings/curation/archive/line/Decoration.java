package app.tidings.curation.archive.line;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line wears and does not mean: indentation by full-width blanks, HTML for what Markdown can say, full-width number signs. It is
 * taken off before a line is asked whether it is a heading or an item.
 */
final class Decoration {

    /** A line with a title is shorter; what is longer is text. */
    private static final int LONGEST = 4_000;

    private static final Pattern BLANKS = Pattern.compile("^(\\s*+)(?:\\u3000|&(?:nbsp|ensp|emsp|#160);)[\\s\\u3000]*+"
            + "(?:&(?:nbsp|ensp|emsp|#160);[\\s\\u3000]*+)*+");
    private static final Pattern WIDE_HASHES = Pattern.compile("^＃{1,6}(?=\\s)");
    private static final Pattern LINKED_HASHES = Pattern.compile("^\\[(#{1,6})\\s++(?=[^\\[\\]]+]\\([^()]*\\)\\s*$)");
    private static final Pattern HTML_HEADING = Pattern.compile("(?i)^\\s*<h([1-6])(?:\\s[^<>]*)?>(.*)</h\\1>\\s*$");
    private static final Pattern ANCHOR =
            Pattern.compile("(?i)<a\\s[^<>]{0,500}?href\\s*=\\s*[\"']?([^\\s\"'<>]++)[\"']?+[^<>]*+>(.*?)</a>");
    private static final Pattern MARKER = Pattern.compile("(?i)<a(?:\\s[^<>]*)?>\\s*</a>|<br\\s*/?>\\s*$");
    private static final Pattern STYLE =
            Pattern.compile("(?i)</?(?:b|strong|i|em|u|s|del|mark|font|span|big|small|center)(?:\\s[^<>]*)?>");

    private Decoration() {}

    /** The line without it; code is left alone. */
    static String off(String line) {
        if (line.length() > LONGEST) {
            return line;
        }
        var text = BLANKS.matcher(line).replaceFirst("$1");
        text = text.startsWith("[#") ? LINKED_HASHES.matcher(text).replaceFirst("$1 [") : hashes(text);
        return text.indexOf('<') < 0 || text.indexOf('`') >= 0 ? text : withoutHtml(text);
    }

    private static String hashes(String text) {
        var wide = WIDE_HASHES.matcher(text);
        return wide.find() ? "#".repeat(wide.end()) + text.substring(wide.end()) : text;
    }

    private static String withoutHtml(String line) {
        var heading = HTML_HEADING.matcher(line);
        var text = heading.matches() ? "#".repeat(Integer.parseInt(heading.group(1))) + " " + heading.group(2) : line;
        text = MARKER.matcher(text).replaceAll("");
        text = ANCHOR.matcher(text)
                .replaceAll(
                        anchor -> Matcher.quoteReplacement("[%s](<%s>)".formatted(anchor.group(2), anchor.group(1))));
        return text.contains("</") ? STYLE.matcher(text).replaceAll("") : text;
    }
}
