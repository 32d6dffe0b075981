package app.tidings.render.artefact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The issues of a publication in one language, newest first. */
public record Shelf(List<Issue> issues) {

    private static final int DAYS_AROUND_A_YEAR = 21;

    /**
     * An issue that can be read.
     *
     * @param page hash of the page
     * @param markdown hash of the Markdown
     * @param printedAt when this version was printed; unknown where that was before it was kept here
     */
    public record Issue(
            int number,
            String title,
            LocalDate date,
            String editionId,
            long issueVersion,
            String page,
            String markdown,
            @Nullable Instant printedAt) {}

    /** The issues of one year. */
    public record Year(int year, List<Issue> issues) {}

    public Shelf {
        issues = issues.stream()
                .sorted(Comparator.comparingInt(Issue::number).reversed())
                .toList();
    }

    /** The same, newest year first. */
    public List<Year> byYear() {
        var years = new TreeMap<Integer, List<Issue>>(Comparator.reverseOrder());
        issues.forEach(issue -> years.computeIfAbsent(issue.date().getYear(), _ -> new ArrayList<>())
                .add(issue));
        return years.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue()))
                .toList();
    }

    public Optional<Issue> find(int number) {
        return issues.stream().filter(issue -> issue.number() == number).findFirst();
    }

    /** The one before. */
    public Optional<Issue> previous(int number) {
        return issues.stream().filter(issue -> issue.number() < number).findFirst();
    }

    /** The one after. */
    public Optional<Issue> next(int number) {
        return issues.reversed().stream()
                .filter(issue -> issue.number() > number)
                .findFirst();
    }

    /** The issue that is closest to a year older, if any is about that old. */
    public Optional<Issue> yearBefore(Issue issue) {
        var then = issue.date().minusYears(1);
        return issues.stream()
                .filter(other -> daysBetween(other.date(), then) <= DAYS_AROUND_A_YEAR)
                .min(Comparator.comparingLong(other -> daysBetween(other.date(), then)));
    }

    private static long daysBetween(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
