package app.tidings.ingest.feed.title;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * The tags of a title. Those that dress it are markup: an element of HTML that is closed, or one that is usual in titles and
 * written like it. {@code List<String>} and the {@code <div>} that a title speaks of are its own text.
 */
public final class TitleTags {

    private static final Pattern TAG = Pattern.compile("<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)\\b([^<>]*)>|!--)");
    private static final Pattern END_TAG = Pattern.compile("</([a-zA-Z][a-zA-Z0-9]*)\\b");

    private static final Set<String> WITHOUT_TEXT = Set.of("script", "style", "template", "noscript", "iframe");

    /** Elements that stand alone wherever they are. */
    private static final Set<String> ALONE = Set.of("br", "hr", "wbr");

    /** Elements that part the words before them from those behind. */
    private static final Set<String> PARTING = Set.of(
            "br",
            "hr",
            "p",
            "div",
            "center",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th");

    /** Elements that dress texts, and are markup where nothing closes them too. */
    private static final Set<String> DRESSING = Set.of(
            "a",
            "abbr",
            "b",
            "big",
            "blockquote",
            "br",
            "center",
            "cite",
            "code",
            "del",
            "div",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "q",
            "s",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "tt",
            "u",
            "ul");

    private final String raw;
    private final StringBuilder kept = new StringBuilder();
    private final Map<String, Integer> lastEnds = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private TitleTags(String raw) {
        this.raw = raw;
        var ends = END_TAG.matcher(raw);
        while (ends.find()) {
            lastEnds.put(lower(ends.group(1)), ends.start());
        }
    }

    /** The text without its markup; references to characters stay. Takes no longer than its length allows. */
    public static String without(String raw) {
        return raw.indexOf('<') < 0 ? raw : new TitleTags(raw).text();
    }

    private String text() {
        var tags = TAG.matcher(raw);
        var at = 0;
        while (tags.find(at)) {
            kept.append(raw, at, tags.start());
            at = tags.group(2) == null ? endOfComment(tags.end()) : behind(tags, lower(tags.group(2)));
        }
        return kept.append(raw, at, raw.length()).toString();
    }

    private int endOfComment(int start) {
        var end = raw.indexOf("-->", start);
        return end < 0 ? raw.length() : end + 3;
    }

    /** Keeps what stays of a tag; gives the place where the text goes on: behind it, or behind all that its element hides. */
    private int behind(MatchResult tag, String name) {
        if (!isMarkup(tag, name)) {
            kept.append(tag.group());
            return tag.end();
        }
        begun.add(name);
        kept.append(PARTING.contains(name) ? " " : "");
        return !isEnd(tag) && WITHOUT_TEXT.contains(name) ? endTag(name, tag.end()) : tag.end();
    }

    private boolean isMarkup(MatchResult tag, String name) {
        if (!Tag.isKnownTag(name)) {
            return false;
        }
        return isEnd(tag)
                ? begun.contains(name) || DRESSING.contains(name)
                : lastEnds.getOrDefault(name, -1) >= tag.end() || ALONE.contains(name) || dresses(tag, name);
    }

    /** Whether a tag that nothing closes is written as markup is. */
    private boolean dresses(MatchResult tag, String name) {
        var more = tag.group(3).strip();
        return DRESSING.contains(name)
                && (more.indexOf('=') > 0 || more.endsWith("/") || (more.isEmpty() && beginsWord(tag)));
    }

    /** Whether a word begins right behind the tag, and none of a script without spaces ends right before it. */
    private boolean beginsWord(MatchResult tag) {
        return tag.end() < raw.length()
                && Character.isLetterOrDigit(raw.codePointAt(tag.end()))
                && (tag.start() == 0 || !Character.isIdeographic(raw.codePointBefore(tag.start())));
    }

    private static boolean isEnd(MatchResult tag) {
        return !tag.group(1).isEmpty();
    }

    /** Where the next end tag of the name stands; the end of the text for none. */
    private int endTag(String name, int from) {
        var at = raw.indexOf("</", from);
        while (at >= 0 && !raw.regionMatches(true, at + 2, name, 0, name.length())) {
            at = raw.indexOf("</", at + 2);
        }
        return at < 0 ? raw.length() : at;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
