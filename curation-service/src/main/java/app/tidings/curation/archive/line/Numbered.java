package app.tidings.curation.archive.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with a number, as items do: {@code 3、}, {@code 3.}, {@code ③} and their likes, be the line bold or a heading.
 *
 * @param depth how far it stands from the margin, in signs, behind blanks, a quote's sign or a list's; inside a link it is deep as well
 * @param heading whether the line is a heading
 * @param bold whether all of the line is bold
 * @param rest what follows the number
 */
public record Numbered(int number, Style style, int depth, boolean heading, boolean bold, String rest) {

    private static final String LEAD = "^(?<lead>[ \\t]*+(?:(?:>|[-*+](?=[ \\t]))[ \\t]*+)*+)";
    private static final String STRONG = "(?<strong>\\*{1,3}|_{1,3}|`)?+";
    private static final String CLOSED = "(?:\\k<strong>)?+";
    private static final String BEFORE_LINK = "(?=\\s*+[*_]*+\\[)";

    /** Signs behind a number, be they escaped or doubled; some, and none at all, only where a link follows. */
    private static final String SIGN = "(?<sign>\\u20E3|\\s*+\\\\?+(?:[、､]|[.．](?![0-9])|[)）])(?:[、､]|[.．](?![0-9]))*+"
            + "|\\s*+[,，:：;；。|–—-]" + BEFORE_LINK + "|" + BEFORE_LINK + ")";

    private static final Pattern DIGITS = Pattern.compile(LEAD + "(?<heading>#{1,6}+\\s*+)?+" + STRONG
            + "\\s*+(?<open>[（(])?+\\s*+\\\\?+(?<number>[0-9０-９]{1,3}+)\\uFE0F?+(?<early>" + CLOSED + ")" + SIGN
            + "(?<late>" + CLOSED + ")(?<rest>.*)$");
    private static final Pattern CIRCLED = Pattern.compile(LEAD + STRONG
            + "\\s*+[（(]?+\\\\?+(?<number>[\\u2460-\\u249b\\u24eb-\\u24fe\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf])(?<early>"
            + CLOSED + ")[、.．:：)）]?+(?<late>" + CLOSED + ")(?<rest>.*)$");
    private static final Pattern IN_LINK = Pattern.compile(
            LEAD
                    + "(?<strong>\\*\\*|__)?+\\[\\s*+(?<number>[0-9０-９]{1,3}+)(?<sign>[、､]|[.．](?![0-9])|[)）])(?<rest>[^\\[\\]]++]\\(.*)$");
    private static final Pattern BULLET = Pattern.compile("^ {0,3}[-*+]\\s+(\\[.*)$");
    private static final Pattern BLANKS = Pattern.compile("^(?:[\\s\\u3000]|&(?:nbsp|ensp|emsp|#160);)++");
    private static final int DEEP = 4;

    /** How numbers are written. The items of a section have one style; what has another is text. */
    public enum Style {
        COMMA,
        DOT,
        BRACKET,
        KEYCAP,
        CIRCLED,
        /** Nothing, or a sign that seldom stands there: likely a slip of the pen. */
        BARE,
        /** No number at all. */
        BULLET
    }

    /** What number a line begins with, if it does. */
    public static Optional<Numbered> of(String text) {
        var line = Decoration.off(text);
        var digits = DIGITS.matcher(line);
        if (digits.find()) {
            var style = style(digits.group("sign"), digits.group("open") != null);
            return numbered(Integer.parseInt(digits.group("number")), style, digits);
        }
        var circled = CIRCLED.matcher(line);
        if (circled.find()) {
            return numbered(valueOf(circled.group("number")), Style.CIRCLED, circled);
        }
        var linked = IN_LINK.matcher(line);
        return linked.find() ? Optional.of(inLink(linked)) : Optional.empty();
    }

    /** The pattern lets nothing but circled numbers come here. */
    @SuppressWarnings("CharacterGetNumericValue")
    private static int valueOf(String circled) {
        return Character.getNumericValue(circled.charAt(0));
    }

    /** A list's entry that begins with a link, as if it had a number. */
    public static Optional<Numbered> bullet(String line, int number) {
        var bullet = BULLET.matcher(line);
        return bullet.find()
                ? Optional.of(new Numbered(
                        number, Style.BULLET, 0, false, false, bullet.group(1).strip()))
                : Optional.empty();
    }

    private static Style style(String sign, boolean open) {
        var ends = sign.replaceAll("[\\s\\\\]", "");
        return switch (ends.isEmpty() ? ' ' : ends.charAt(0)) {
            case '、', '､' -> Style.COMMA;
            case '.', '．' -> Style.DOT;
            case ')', '）' -> Style.BRACKET;
            case '\u20e3' -> Style.KEYCAP;
            default -> open ? Style.BRACKET : Style.BARE;
        };
    }

    /** Signs of emphasis end behind the number, or with the line, or somewhere in it. A line of code is no item. */
    private static Optional<Numbered> numbered(int number, Style style, Matcher found) {
        var rest = stripped(found.group("rest"));
        var strong = found.group("strong");
        var bold = false;
        if (strong != null
                && found.group("early").isEmpty()
                && found.group("late").isEmpty()) {
            if (strong.equals("`")) {
                return Optional.empty();
            }
            bold = strong.length() > 1 && rest.endsWith(strong);
            rest = rest.endsWith(strong) ? stripped(rest.substring(0, rest.length() - strong.length())) : strong + rest;
        }
        var heading = style != Style.CIRCLED && found.group("heading") != null;
        return Optional.of(new Numbered(
                number, style, depth(found), heading, bold, heading ? Heading.withoutClosing(rest) : rest));
    }

    private static Numbered inLink(Matcher found) {
        var strong = found.group("strong");
        var rest = "[" + stripped(found.group("rest"));
        return new Numbered(
                Integer.parseInt(found.group("number")),
                style(found.group("sign"), false),
                depth(found) + DEEP,
                false,
                false,
                strong != null && rest.endsWith(strong) ? rest.substring(0, rest.length() - strong.length()) : rest);
    }

    private static int depth(Matcher found) {
        return found.group("lead").chars().map(sign -> sign == '\t' ? DEEP : 1).sum();
    }

    private static String stripped(String rest) {
        return BLANKS.matcher(rest).replaceFirst("").strip();
    }
}
