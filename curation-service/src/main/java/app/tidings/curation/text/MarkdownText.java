package app.tidings.curation.text;

import java.util.regex.Pattern;

/** Plain text as Markdown (CommonMark) that shows the very same: what would be markup there is escaped. Pure. */
public final class MarkdownText {

    private static final Pattern ALWAYS = Pattern.compile("[\\\\`*\\[\\]<>~|]");
    private static final Pattern UNDERSCORE = Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+=-])");
    private static final Pattern LIST_SIGN = Pattern.compile("(?m)^(\\s*\\d{1,9})([.)])(?=\\s|$)");

    private MarkdownText() {}

    /** The text as Markdown. */
    public static String of(String plain) {
        var text = ALWAYS.matcher(plain).replaceAll("\\\\$0");
        text = UNDERSCORE.matcher(text).replaceAll("\\\\_");
        text = ENTITY.matcher(text).replaceAll("\\\\&");
        text = LIST_SIGN.matcher(text).replaceAll("$1\\\\$2");
        return LINE_START.matcher(text).replaceAll("$1\\\\$2");
    }
}
