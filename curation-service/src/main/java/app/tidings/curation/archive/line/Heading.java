package app.tidings.curation.archive.line;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The heading of a section, in any of the ways in which issues write it.
 *
 * @param level 1 to 6; 0 for a line that only looks like one, such as a bold link
 * @param label whether the line ends with a colon, as one that leads to a list in a text does too
 * @param emoji without its variation selector; null where it has none
 * @param name plain, without emoji, brackets and colon
 * @param link where it leads
 * @param raw the line as it is written
 */
public record Heading(
        int level,
        boolean label,
        @Nullable String emoji,
        String name,
        @Nullable String link,
        String raw) {

    private static final Pattern HASHES = Pattern.compile("^ {0,3}(#{1,6}+)(?!#)\\s*+(\\S.*)$");
    private static final Pattern CLOSING = Pattern.compile("(?<=\\s)#++\\s*$");

    /** Signs that no name has, nor an address: most lines are known by them before they are read. */
    private static final Pattern PROSE = Pattern.compile("[。！？，；]");

    private static final Pattern SENTENCE = Pattern.compile("[。！？!?，,；;：:]|\\.\\s");
    private static final Pattern EMOJI = Pattern.compile("^([\\p{So}\\p{Sk}\\ufe0f\\u200d\\s]++)(.*)$");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{[#.:][^{}]*}\\s*$");
    private static final int LONGEST_PLAIN = 40;

    /** The heading that a line is by its signs, or might be by its looks; the latter is for the caller to judge by its name. */
    public static Optional<Heading> of(Line line) {
        if (line.code() || line.isBlank()) {
            return Optional.empty();
        }
        var text = Decoration.off(line.text());
        var hashes = HASHES.matcher(text);
        if (hashes.find()) {
            return Optional.of(heading(hashes.group(1).length(), withoutClosing(hashes.group(2)), line.text()));
        }
        return PROSE.matcher(text).find() || Numbered.of(text).isPresent()
                ? Optional.empty()
                : Optional.of(heading(0, text.strip(), line.text()))
                        .filter(heading -> heading.name().length() <= LONGEST_PLAIN
                                && !SENTENCE.matcher(heading.name()).find());
    }

    /** What the line says, whatever of a heading it is: its emoji too. */
    public static String title(Line line) {
        var hashes = HASHES.matcher(Decoration.off(line.text()));
        return Markup.plain(hashes.find() ? withoutClosing(hashes.group(2)) : line.text());
    }

    static String withoutClosing(String content) {
        return CLOSING.matcher(content).replaceFirst("").strip();
    }

    private static Heading heading(int level, String content, String raw) {
        var inline = Markup.inline(Markup.repaired(ATTRIBUTES.matcher(content).replaceFirst("")));
        var links = Markup.links(inline);
        var text = unwrapped(Markup.plain(inline).strip());
        var label = text.endsWith("：") || text.endsWith(":");
        text = label ? unwrapped(text.substring(0, text.length() - 1).strip()) : text;
        var emoji = EMOJI.matcher(text);
        var found = emoji.find() ? emoji.group(1).replace("\ufe0f", "").strip() : "";
        return new Heading(
                level,
                label,
                found.isEmpty() ? null : found,
                found.isEmpty() ? text : unwrapped(emoji.group(2).strip()),
                links.isEmpty() ? null : links.getFirst().url(),
                raw.strip());
    }

    /** Without the brackets or underscores around all of it. */
    private static String unwrapped(String text) {
        var wrapped = text.length() > 4 && text.startsWith("__") && text.endsWith("__");
        if (wrapped) {
            return text.substring(2, text.length() - 2).strip();
        }
        return text.startsWith("【") && text.indexOf('】') == text.length() - 1
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }
}
