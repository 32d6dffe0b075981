package app.tidings.curation.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text that others wrote, made fit to be kept where text is meant: without markup, without control characters, without signs
 * that turn the direction of what follows. An element's name alone, as in {@code the <dialog> element}, is text and stays.
 */
public final class PlainText {

    private static final PolicyFactory NO_MARKUP = new HtmlPolicyBuilder().toFactory();
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)(>?)");
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u00ad\\u200b\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufffe\\uffff\\p{Cs}]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");

    /** Elements that are markup, not a subject, even when they stand without attributes. */
    private static final Set<String> FORMATTING = Set.of(
            "a", "b", "big", "br", "center", "code", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
            "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table", "td", "tr", "u", "ul");

    /** Elements that do something, or hide what follows, even when they stand without attributes. */
    private static final Set<String> ACTIVE = Set.of(
            "body",
            "head",
            "html",
            "iframe",
            "math",
            "noscript",
            "script",
            "style",
            "svg",
            "template",
            "textarea",
            "title");

    /** Text that was escaped more often than this is kept without any angle bracket. */
    private static final int LAYERS = 5;

    private static final int LONGEST_RAW = 40_000;

    private PlainText() {}

    /** A title or a name: one line of at most so many characters; null when nothing is left. */
    public static @Nullable String line(@Nullable String raw, int max) {
        if (raw == null) {
            return null;
        }
        var text = Blanks.collapsed(withoutMarkup(clean(raw)));
        return text.isEmpty() ? null : cut(text, max);
    }

    /** Markdown that an editor wrote: its markup is checked where it is printed, so only unfit characters go. */
    public static String markdown(String raw) {
        return clean(raw).strip();
    }

    /** At most so many characters, never half a character; an ellipsis shows that something is missing. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static String clean(String raw) {
        var bounded = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
        if (isPlain(bounded)) {
            return bounded;
        }
        var lines = LINE_END.matcher(bounded).replaceAll("\n");
        return Normalizer.normalize(withoutUnwanted(lines), Normalizer.Form.NFC);
    }

    /** Whether it is made of such signs alone as nothing is done to; most titles in English are. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String withoutUnwanted(String text) {
        return UNWANTED.matcher(text).replaceAll("");
    }

    private static String withoutMarkup(String raw) {
        var text = raw;
        for (var layer = 0; layer < LAYERS; layer++) {
            var stripped = strip(text);
            if (stripped.equals(text)) {
                return text;
            }
            text = stripped;
        }
        return text.replace("<", "").replace(">", "");
    }

    private static String strip(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        var markup = TAG.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        isText(tag, text) ? "&lt;" + tag.group().substring(1) : tag.group()));
        return withoutUnwanted(Parser.unescapeEntities(NO_MARKUP.sanitize(markup), false));
    }

    /** Whether a tag is none: a type's parameter, an element that is spoken of, or nothing that HTML knows. */
    private static boolean isText(MatchResult tag, String text) {
        var element = tag.group(2).toLowerCase(Locale.ROOT);
        var inner = tag.group(3).strip();
        if (!Tag.isKnownTag(element)) {
            return inner.indexOf('=') < 0;
        }
        var bare = !tag.group(4).isEmpty() && (inner.isEmpty() || inner.equals("/"));
        return bare && !ACTIVE.contains(element) && (!FORMATTING.contains(element) || isTypeParameter(tag, text));
    }

    /** {@code List<A>} */
    private static boolean isTypeParameter(MatchResult tag, String text) {
        return tag.start() > 0
                && Character.isLetterOrDigit(text.charAt(tag.start() - 1))
                && Character.isUpperCase(tag.group(2).charAt(0));
    }
}
