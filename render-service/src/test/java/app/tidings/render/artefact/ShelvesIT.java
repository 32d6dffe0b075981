package app.tidings.render.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.TestStore;
import app.tidings.render.artefact.Shelf.Issue;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelvesIT {

    private final Shelves shelves = new Shelves(TestStore.freshDatabase());

    @Test
    void keepTheNewestVersionOfAnIssueWhateverTheOrder() {
        shelves.keepNewest("weekly", "zh", issue(1, 2, "second"));
        shelves.keepNewest("weekly", "zh", issue(1, 1, "first"));

        assertThat(shelves.find("weekly", "zh").issues()).containsExactly(issue(1, 2, "second"));
    }

    @Test
    void replaceAnEarlierVersion() {
        shelves.keepNewest("weekly", "zh", issue(1, 1, "first"));
        shelves.keepNewest("weekly", "zh", issue(1, 2, "second"));

        assertThat(shelves.find("weekly", "zh").issues()).containsExactly(issue(1, 2, "second"));
    }

    @Test
    void loseNothingWhenTwoPutAtOnce() {
        IntStream.rangeClosed(1, 40)
                .parallel()
                .forEach(number -> shelves.keepNewest("weekly", "en", issue(number, 1, "t")));

        assertThat(shelves.find("weekly", "en").issues()).hasSize(40);
    }

    @Test
    void keepLanguagesApart() {
        shelves.keepNewest("weekly", "zh", issue(1, 1, "t"));

        assertThat(shelves.find("weekly", "en").issues()).isEmpty();
    }

    private static Issue issue(int number, long version, String title) {
        return new Issue(number, title, LocalDate.of(2026, 11, 21), "e" + number, version, "p", "m", null);
    }
}
