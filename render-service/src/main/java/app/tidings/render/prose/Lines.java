package app.tidings.render.prose;

import java.util.regex.Pattern;

/** Plain text that somebody else wrote, freed of characters that act instead of being read. */
public final class Lines {

    // directional overrides make a text look like another one; U+FFFC is kept free for our own use
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFFC\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern UNPAIRED_SURROGATE = Pattern.compile("\\p{Cs}");

    private Lines() {}

    /** The text with line feeds as its only line ends and without control characters. */
    public static String clean(String text) {
        var lines = LINE_END.matcher(text).replaceAll("\n");
        return UNPAIRED_SURROGATE.matcher(HARMFUL.matcher(lines).replaceAll("")).replaceAll("\uFFFD");
    }

    /** The text as one line. */
    public static String single(String text) {
        return SPACE.matcher(clean(text)).replaceAll(" ").strip();
    }

    /** The beginning of a text, as one line of at most so many characters, an ellipsis standing for the rest. */
    public static String beginning(String text, int maxLength) {
        var line = single(text);
        if (line.codePointCount(0, line.length()) <= maxLength) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, maxLength - 1)).strip() + "…";
    }
}
