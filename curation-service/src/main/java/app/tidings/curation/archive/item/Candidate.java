package app.tidings.curation.archive.item;

import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered;
import app.tidings.curation.archive.line.Numbered.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A line that may be the head of an item.
 *
 * @param index of the line in the section
 * @param alone whether blank lines part it from what is before and behind
 */
public record Candidate(int index, Numbered numbered, Head head, boolean alone) {

    /** The lines with a number and a title. */
    static List<Candidate> in(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).code())
                .boxed()
                .flatMap(i -> Numbered.of(lines.get(i).text()).map(found -> of(lines, i, found)).stream())
                .filter(candidate -> !candidate.head().title().isEmpty())
                .toList();
    }

    /** The entries of lists that begin with a link, counted. */
    static List<Candidate> bullets(List<Line> lines) {
        var found = new ArrayList<Candidate>();
        for (var i = 0; i < lines.size(); i++) {
            var index = i;
            if (!lines.get(i).code()) {
                Numbered.bullet(lines.get(i).text(), found.size() + 1)
                        .map(bullet -> of(lines, index, bullet))
                        .filter(Candidate::isPlainLink)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Candidate of(List<Line> lines, int index, Numbered numbered) {
        var alone = (index == 0 || lines.get(index - 1).isBlank())
                && (index + 1 == lines.size() || lines.get(index + 1).isBlank());
        return new Candidate(index, numbered, Head.of(numbered.rest()), alone);
    }

    public int number() {
        return numbered.number();
    }

    public Style style() {
        return numbered.style();
    }

    boolean isLinked() {
        return head.isLinked();
    }

    /** Whether the link comes first behind the number. */
    boolean isPlainLink() {
        return head.isLinked() && !head.led();
    }

    boolean isHeading() {
        return numbered.heading();
    }
}
