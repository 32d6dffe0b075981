package app.tidings.render.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.render.artefact.Shelf.Issue;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final Issue FIRST = issue(1, "2025-11-15");
    private static final Issue SECOND = issue(2, "2025-12-06");
    private static final Issue FOURTH = issue(4, "2026-11-21");
    private final Shelf shelf = new Shelf(List.of(SECOND, FOURTH, FIRST));

    @Test
    void standsNewestFirstWhateverTheOrderOfTheStore() {
        assertThat(shelf.issues()).containsExactly(FOURTH, SECOND, FIRST);
    }

    @Test
    void findsNeighboursAcrossAGap() {
        assertThat(shelf.previous(4)).contains(SECOND);
        assertThat(shelf.next(2)).contains(FOURTH);
        assertThat(shelf.previous(1)).isEmpty();
        assertThat(shelf.next(4)).isEmpty();
    }

    @Test
    void findsTheIssueThatIsClosestToAYearOlder() {
        assertThat(shelf.yearBefore(FOURTH)).contains(FIRST);
        assertThat(shelf.yearBefore(FIRST)).isEmpty();
    }

    @Test
    void takesThreeWeeksAroundTheYearAndNoDayMore() {
        assertThat(new Shelf(List.of(issue(1, "2025-10-31"))).yearBefore(FOURTH))
                .isPresent();
        assertThat(new Shelf(List.of(issue(1, "2025-10-30"))).yearBefore(FOURTH))
                .isEmpty();
    }

    @Test
    void groupsByYear() {
        assertThat(shelf.byYear())
                .containsExactly(new Shelf.Year(2026, List.of(FOURTH)), new Shelf.Year(2025, List.of(SECOND, FIRST)));
    }

    private static Issue issue(int number, String date) {
        return new Issue(number, "#" + number, LocalDate.parse(date), "e" + number, 1, "p", "m", null);
    }
}
