package app.tidings.ingest.feed;

import app.tidings.ingest.feed.charset.Mojibake;
import app.tidings.ingest.feed.title.TitleTags;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text of a feed as it stands there. It is made plain once, when somebody wants it: most entries are known already. */
public final class FeedText {

    static final FeedText NONE = new FeedText("", false);

    private final String raw;
    private final boolean markup;

    /** Made by whoever asks first; two who ask at the same time make the same. */
    private @Nullable String line;

    private @Nullable String titleLine;

    /** @param markup whether it is HTML */
    public FeedText(String raw, boolean markup) {
        this.raw = raw;
        this.markup = markup;
    }

    /** As it stands in the feed. */
    public String raw() {
        return raw;
    }

    /** The text without markup, in one line, cut to a number of characters. */
    public String plain(int maxLength) {
        var whole = line;
        if (whole == null) {
            whole = inOneLine(isMarked() ? Jsoup.parseBodyFragment(raw).text() : raw);
            line = whole;
        }
        return shortened(whole, maxLength);
    }

    /** As {@link #plain}, but takes for markup only what HTML knows: {@code List<String>} is a title's own text. */
    public String plainTitle(int maxLength) {
        var whole = titleLine;
        if (whole == null) {
            whole = inOneLine(isMarked() ? Parser.unescapeEntities(TitleTags.without(raw), false) : raw);
            titleLine = whole;
        }
        return shortened(whole, maxLength);
    }

    boolean markup() {
        return markup;
    }

    boolean isBlank() {
        return raw.isBlank();
    }

    private boolean isMarked() {
        return markup && (raw.indexOf('<') >= 0 || raw.indexOf('&') >= 0);
    }

    private static String inOneLine(String text) {
        return isLine(text) ? text : oneLine(Mojibake.mended(text));
    }

    private static String shortened(String line, int maxLength) {
        if (line.length() <= maxLength) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }

    /** Whether the text is one line of plain signs already, ASCII or Chinese, as most are. */
    private static boolean isLine(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            var plain =
                    sign <= '~' ? sign >= ' ' && (sign != ' ' || before != ' ') : sign > '\u3000' && sign < '\ud800';
            if (!plain) {
                return false;
            }
            before = sign;
        }
        return text.isEmpty() || before != ' ';
    }

    /** By hand, sign by sign: patterns for it took a quarter of the time in which feeds are read. */
    private static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        var gap = false;
        for (var at = 0; at < text.length(); ) {
            var sign = text.codePointAt(at);
            at += Character.charCount(sign);
            if (isSpace(sign)) {
                gap = true;
            } else if (!isUnseen(sign)) {
                if (gap) {
                    line.append(' ');
                }
                line.appendCodePoint(sign);
                gap = false;
            }
        }
        return line.toString().strip();
    }

    private static boolean isSpace(int sign) {
        return sign == ' '
                || (sign >= '\t' && sign <= '\r')
                || sign == '\u00a0'
                || sign == '\u2028'
                || sign == '\u2029';
    }

    /**
     * Control characters, halves of characters, two that XML 1.0 cannot hold (§2.2), and those that turn the direction of what
     * is printed behind them.
     */
    private static boolean isUnseen(int sign) {
        return Character.getType(sign) == Character.CONTROL
                || Character.getType(sign) == Character.SURROGATE
                || (sign >= '\u202a' && sign <= '\u202e')
                || (sign >= '\u2066' && sign <= '\u2069')
                || sign == '\ufeff'
                || sign == '\ufffe'
                || sign == '\uffff';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeedText text && raw.equals(text.raw) && markup == text.markup;
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return raw;
    }
}
