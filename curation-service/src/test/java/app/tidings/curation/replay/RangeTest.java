package app.tidings.curation.replay;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.replay.Replay.Range;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void beginsWithItsFirstInstantAndEndsBeforeItsLast() {
        assertThat(holds(NOW, null)).isTrue();
        assertThat(holds(NOW.plusMillis(1), null)).isFalse();
        assertThat(holds(null, NOW)).isFalse();
        assertThat(holds(null, NOW.plusMillis(1))).isTrue();
    }

    @Test
    void holdsWhatItsSourceShowed() {
        assertThat(new Range("tidings-weekly", "s1", null, null).holds(anItem().build()))
                .isTrue();
        assertThat(new Range("tidings-weekly", "s2", null, null).holds(anItem().build()))
                .isFalse();
    }

    private static boolean holds(@Nullable Instant since, @Nullable Instant until) {
        return new Range("tidings-weekly", null, since, until).holds(anItem().build());
    }
}
