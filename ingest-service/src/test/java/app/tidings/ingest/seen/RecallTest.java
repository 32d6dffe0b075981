package app.tidings.ingest.seen;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.seen.Recall.Showing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecallTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T10:00:00Z");

    private static final Showing FIRST =
            showing("weekly:1", "guid-1", "Three ways to stop", "A task ends when …", JUNE);

    @Test
    void knowsAnEntryByItsLinkWhateverElseChanged() {
        var recall = after(FIRST);

        assertThat(recall.knows(showing("weekly:1", "other", "Another title", "Another text", JULY)))
                .isTrue();
        assertThat(recall.knows(showing("weekly:2", "other", "Another title", "Another text", JULY)))
                .isFalse();
    }

    @Test
    void knowsAMovedEntryByItsGuidWhereTitleAndTextAgree() {
        var recall = after(FIRST);

        assertThat(recall.knows(showing("weekly:2", "guid-1", "Three ways to stop", "A task ends when …", JUNE)))
                .isTrue();
        assertThat(recall.knows(showing("weekly:2", "guid-1", "Three ways to stop a task", "A task ends when …", JUNE)))
                .isTrue();
        assertThat(recall.knows(showing("weekly:2", "guid-1", "Three ways to stop", "", JUNE)))
                .isTrue();
    }

    @Test
    void takesAGuidThatComesWithOtherWordsForAnotherEntry() {
        var recall = after(FIRST);

        assertThat(recall.knows(showing("weekly:2", "guid-1", "Three ways to stop", "Of something else", JUNE)))
                .isFalse();
        assertThat(recall.knows(showing("weekly:2", "guid-1", "Three ways to stop", "", JULY)))
                .isFalse();
        assertThat(recall.knows(showing("weekly:2", "guid-1", "Deal of the day", "Of something else", JUNE)))
                .isFalse();
    }

    @Test
    void knowsAnEntryWithoutAnythingOldByItsWordsAndItsDate() {
        var recall = after(FIRST);

        assertThat(recall.knows(showing("weekly:2", "new", "Three ways to stop", "A task ends when …", JUNE)))
                .isTrue();
        assertThat(recall.knows(showing("weekly:2", "new", "Three ways to stop", "A task ends when …", null)))
                .isTrue();
        assertThat(recall.knows(showing("weekly:2", "new", "Three ways to stop", "A task ends when …", JULY)))
                .isFalse();
    }

    @Test
    void knowsNothingByAFewLetters() {
        var recall = after(showing("weekly:1", "guid-1", "News", "", null));

        assertThat(recall.knows(showing("weekly:2", "guid-2", "News", "", null)))
                .isFalse();
    }

    @Test
    void knowsNothingByWhatTwoEntriesShare() {
        var text = "The same text for every episode of the show";
        var both = after(
                showing("weekly:1", "show", "Episode", text, null), showing("weekly:2", "show", "Episode", text, null));
        var third = showing("weekly:3", "show", "Episode", text, null);
        var fourth = showing("weekly:4", "show", "Episode", text, null);

        assertThat(both.knows(third)).isFalse();

        var one = new Recall(memory(showing("weekly:1", "show", "Episode", text, null)), List.of(third, fourth));
        assertThat(one.knows(third)).isFalse();
    }

    @Test
    void knowsAMovedEntryByEachOfItsAddresses() {
        var moved = showing("weekly:2", "guid-1", "Three ways to stop", "A task ends when …", JUNE);

        var memory = memory(memory(FIRST), moved);

        assertThat(memory.marks()).hasSize(1);
        assertThat(new Recall(memory, List.of()).knows(showing("weekly:1", "x", "y", "z", null)))
                .isTrue();
        assertThat(new Recall(memory, List.of()).knows(showing("weekly:2", "x", "y", "z", null)))
                .isTrue();
    }

    @Test
    void knowsAnEntryByWhereItsAddressLeadsToo() {
        var recall = new Recall(Memory.NONE, List.of(FIRST));
        recall.leadsOn(FIRST, "weekly:long");

        var memory = recall.after();

        assertThat(memory.marks()).hasSize(1);
        assertThat(new Recall(memory, List.of()).knows(showing("weekly:long", "x", "y", "z", null)))
                .isTrue();
    }

    @Test
    void remembersWhatAnEntryBecame() {
        var edited = showing("weekly:1", "guid-1", "Four ways to stop", "A task ends where …", JUNE);

        var memory = memory(memory(FIRST), edited);

        assertThat(new Recall(memory, List.of())
                        .knows(showing("weekly:2", "guid-1", "Four ways to stop", "A task ends where …", JUNE)))
                .isTrue();
    }

    @Test
    void forgetsWhatIsLongGoneBeforeWhatItShowsNow() {
        var memory = memory(FIRST);
        for (var round = 0; round < 3; round++) {
            var from = 10_000 * (round + 1);
            memory = memory(
                    memory,
                    IntStream.range(from, from + 999)
                            .mapToObj(i -> showing("weekly:" + i, "guid-" + i, "Title " + i, "", null))
                            .toArray(Showing[]::new));
        }

        assertThat(memory.marks()).hasSize(2_000);
        assertThat(new Recall(memory, List.of()).knows(FIRST)).isFalse();
        assertThat(new Recall(memory, List.of()).knows(showing("weekly:30000", "x", "y", "z", null)))
                .isTrue();
    }

    private static Recall after(Showing... shown) {
        return new Recall(memory(shown), List.of());
    }

    static Memory memory(Showing... shown) {
        return memory(Memory.NONE, shown);
    }

    private static Memory memory(Memory before, Showing... shown) {
        var recall = new Recall(before, List.of(shown));
        List.of(shown).forEach(recall::remember);
        return recall.after();
    }

    static Showing showing(String link, String guid, String title, String text, @Nullable Instant date) {
        return new Showing(
                link,
                new FeedEntry(guid, null, null, new FeedText(title, true), new FeedText(text, true), null, date, null));
    }
}
