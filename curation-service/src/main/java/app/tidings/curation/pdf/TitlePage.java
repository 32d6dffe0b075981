package app.tidings.curation.pdf;

import app.tidings.curation.pdf.PageLines.Line;
import app.tidings.curation.text.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Title and author: as a document states them, if they can be, and else by how its first page is set. Pure. */
final class TitlePage {

    private static final int LONGEST = 300;
    private static final int MOST_LINES = 5;
    private static final float SAME_SIZE = 0.6f;

    /** What programs fill in by themselves: names of files and of the programs. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(microsoft (word|powerpoint|office)|powerpoint presentation|presentation|untitled|document|slide|unknown|title|无标题|未命名).{0,12}"
                    + "|microsoft .*|.*\\.(docx?|pptx?|xlsx?|tex|dvi|indd|pdf|qxd|ps|rtf|odt|wps)|[^\\p{L}]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_AUTHOR = Pattern.compile(
            "(admin(istrator)?|user|owner|unknown|root|anonymous|author|guest|default|microsoft.*|pc|lenovo|dell|hp|asus)?\\d*",
            Pattern.CASE_INSENSITIVE);

    /** The stamp of arXiv runs up the margin, larger than the title. */
    private static final Pattern STAMP = Pattern.compile("arxiv:.*", Pattern.CASE_INSENSITIVE);

    private TitlePage() {}

    static Optional<String> title(@Nullable String stated, List<Line> lines) {
        return oneLine(stated)
                .filter(title -> !NO_TITLE.matcher(title).matches())
                .or(() -> largest(lines));
    }

    static Optional<String> author(@Nullable String stated) {
        return oneLine(stated).filter(author -> !NO_AUTHOR.matcher(author).matches());
    }

    private static Optional<String> oneLine(@Nullable String text) {
        return Optional.ofNullable(PlainText.line(text, 2 * LONGEST)).filter(each -> each.length() <= LONGEST);
    }

    private static Optional<String> largest(List<Line> page) {
        var lines = page.stream()
                .filter(line ->
                        line.text().codePoints().filter(Character::isLetter).count() > 1)
                .filter(line -> !STAMP.matcher(line.text()).matches())
                .toList();
        return lines.stream()
                .max(Comparator.comparingDouble(Line::size))
                .map(top -> lines.stream()
                        .skip(lines.indexOf(top))
                        .takeWhile(line -> Math.abs(line.size() - top.size()) < SAME_SIZE)
                        .limit(MOST_LINES + 1)
                        .toList())
                .filter(title -> title.size() <= MOST_LINES && title.size() < lines.size())
                .flatMap(title -> oneLine(title.stream().map(Line::text).collect(Collectors.joining(" "))));
    }
}
