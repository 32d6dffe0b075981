package app.tidings.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.websub.FollowHub.Relied;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliedTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** In hours from now: when a poll is usually due, until when the hub is relied on, and when the poll is due then. */
    @ParameterizedTest
    @CsvSource({"1, 100, 24", "1, 24, 24", "1, 5, 5", "6, 5, 6", "30, 100, 30", "1, 0, 1"})
    void putsAPollOffNoLongerThanTheHubIsReliedOn(int usual, int until, int due) {
        var relied = new Relied(List.of(), in(until), Duration.ofHours(24));

        assertThat(relied.due(in(usual), NOW)).isEqualTo(in(due));
    }

    @Test
    void putsNothingOffWithoutAHub() {
        assertThat(Relied.ON_NOTHING.due(in(1), NOW)).isEqualTo(in(1));
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
