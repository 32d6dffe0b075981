package app.tidings.curation.archive.line;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The heading of a section, in any of the ways in which issues write it.
 *
 * @param level 1 to 6; 0 for a line that only looks like one, such as a bold link
 * @param emoji without its variation selector; null where it has none
 * @param name plain, without emoji
 * @param link where it leads
 * @param raw the line as it is written
 */
public record Heading(
        int level,
        @Nullable String emoji,
        String name,
        @Nullable String link,
        String raw) {

    private static final Pattern HASHES = Pattern.compile("^ {0,3}(#{1,6})(?!#)\\s*(.+?)\\s*#*\\s*$");
    private static final Pattern WRAPPED = Pattern.compile("^\\s*(?:\\*\\*.+\\*\\*|__.+__|\\[.+]\\(\\S*\\))\\s*$");
    private static final Pattern SENTENCE = Pattern.compile("[。！？!?，,；;：:]|\\.\\s");
    private static final Pattern EMOJI = Pattern.compile("^([\\p{So}\\p{Sk}\\ufe0f\\u200d\\s]+)(.*)$");
    private static final int LONGEST_PLAIN = 40;

    /** The heading that a line is by its signs, or might be by its looks; the latter is for the caller to judge by its name. */
    public static Optional<Heading> of(Line line) {
        if (line.code() || line.isBlank()) {
            return Optional.empty();
        }
        var hashes = HASHES.matcher(line.text());
        if (hashes.find()) {
            return Optional.of(heading(hashes.group(1).length(), hashes.group(2), line.text()));
        }
        var text = line.text().strip();
        var plain = Markup.plain(text);
        if (plain.length() > LONGEST_PLAIN
                || SENTENCE.matcher(plain).find()
                || Numbered.of(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(heading(0, text, line.text()));
    }

    /** Whether the line is more than a line of text: a heading, bold or a link in whole, or led by an emoji. */
    public boolean stands() {
        return level > 0 || emoji != null || WRAPPED.matcher(raw).matches();
    }

    private static Heading heading(int level, String content, String raw) {
        var inline = Markup.inline(Markup.repaired(content));
        var links = Markup.links(inline);
        var text = Markup.plain(inline).strip();
        var emoji = EMOJI.matcher(text);
        var found = emoji.find() ? emoji.group(1).replace("\ufe0f", "").strip() : "";
        return new Heading(
                level,
                found.isEmpty() ? null : found,
                found.isEmpty() ? text : emoji.group(2).strip(),
                links.isEmpty() ? null : links.getFirst().url(),
                raw.strip());
    }
}
