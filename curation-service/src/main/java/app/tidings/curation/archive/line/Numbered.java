package app.tidings.curation.archive.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with a number, as items do: {@code 3、}, {@code 3.}, {@code ③} and their likes, be the line bold or a heading.
 *
 * @param heading whether the line is a heading
 * @param rest what follows the number
 */
public record Numbered(int number, Style style, boolean heading, String rest) {

    private static final Pattern DIGITS = Pattern.compile(
            "^ {0,3}(?<heading>#{1,6}\\s*)?(?<strong>\\*\\*|__)?\\s*(?<open>[（(]?)\\s*(?<number>[0-9０-９]{1,3})\\uFE0F?(?<sign>\\u20E3|\\s*[、､]|[.．](?![0-9])|\\s*[)）]|\\s*[,，:：](?=\\s*[*_]*\\[)|(?=\\s*\\[))\\s*(?<rest>.*)$");
    private static final Pattern CIRCLED = Pattern.compile(
            "^ {0,3}(?<strong>\\*\\*|__)?\\s*(?<number>[\\u2460-\\u249b\\u24eb-\\u24fe\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf])[、.．]?\\s*(?<rest>.*)$");
    private static final Pattern BULLET = Pattern.compile("^ {0,3}[-*+]\\s+(\\[.*)$");

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
    public static Optional<Numbered> of(String line) {
        var digits = DIGITS.matcher(line);
        if (digits.find()) {
            var style =
                    style(digits.group("sign").strip(), !digits.group("open").isEmpty());
            return Optional.of(numbered(Integer.parseInt(digits.group("number")), style, digits));
        }
        var circled = CIRCLED.matcher(line);
        return circled.find()
                ? Optional.of(numbered(valueOf(circled.group("number")), Style.CIRCLED, circled))
                : Optional.empty();
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
                        number, Style.BULLET, false, bullet.group(1).strip()))
                : Optional.empty();
    }

    private static Style style(String sign, boolean open) {
        return switch (sign) {
            case "、", "､" -> Style.COMMA;
            case ".", "．" -> Style.DOT;
            case ")", "）" -> Style.BRACKET;
            case "\u20e3" -> Style.KEYCAP;
            default -> open ? Style.BRACKET : Style.BARE;
        };
    }

    private static Numbered numbered(int number, Style style, Matcher found) {
        var rest = found.group("rest").strip();
        var strong = found.group("strong");
        if (strong != null) {
            rest = rest.endsWith(strong) ? rest.substring(0, rest.length() - 2).strip() : strong + rest;
        }
        var heading = style != Style.CIRCLED && found.group("heading") != null;
        return new Numbered(number, style, heading, heading ? rest.replaceFirst("\\s+#+$", "") : rest);
    }
}
