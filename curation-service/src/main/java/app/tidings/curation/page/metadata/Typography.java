package app.tidings.curation.page.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Straight quotation marks and three dots in running text, as a printer sets them. Not for titles: there they may be code. */
final class Typography {

    private static final Pattern OPENING_DOUBLE = Pattern.compile("(?<=^|[\\s(\\[—–])\"(?=\\S)");
    private static final Pattern CLOSING_DOUBLE = Pattern.compile("(?<=[\\p{L}\\p{N}.,!?…)])\"(?=$|[\\s.,;:!?)\\]—–])");
    private static final Pattern OPENING_SINGLE = Pattern.compile("(?<=^|[\\s(\\[—–“])'(?=\\p{L})");
    private static final Pattern CLOSING_SINGLE = Pattern.compile("(?<=[\\p{L}\\p{N}.,!?…])'");
    private static final Pattern DOTS = Pattern.compile("(?<!\\.)\\.{3}(?!\\.)");

    private Typography() {}

    /** The text with such signs; null stays null. */
    static @Nullable String ofProse(@Nullable String text) {
        if (text == null || (text.indexOf('"') < 0 && text.indexOf('\'') < 0 && !text.contains("..."))) {
            return text;
        }
        var dotted = DOTS.matcher(text).replaceAll("…");
        var doubled = CLOSING_DOUBLE
                .matcher(OPENING_DOUBLE.matcher(dotted).replaceAll("“"))
                .replaceAll("”");
        return CLOSING_SINGLE
                .matcher(OPENING_SINGLE.matcher(doubled).replaceAll("‘"))
                .replaceAll("’");
    }
}
