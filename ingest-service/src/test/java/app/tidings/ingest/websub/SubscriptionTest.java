package app.tidings.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.outcome.Rhythm;
import app.tidings.ingest.websub.Subscription.Denial;
import app.tidings.ingest.websub.Subscription.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final IngestSettings.Websub SETTINGS =
            new IngestSettings.Websub(TEN_DAYS, A_DAY, Duration.ofMinutes(5), 24);

    private static final Subscription NEW = Subscription.begin(
            "weekly:1", new Hub(URI.create("https://hub.example/"), "https://a.example/feed"), "key", "secret");

    /** One that was verified at {@link #NOW} for ten days, and has since been asked for so often, now for the last time. */
    private static Subscription verified(int attempts, @Nullable Denial denied) {
        return seen(attempts, denied, null, null);
    }

    private static Subscription heard(@Nullable Instant content, @Nullable Instant missed) {
        return seen(0, null, content, missed);
    }

    private static Subscription seen(
            int attempts, @Nullable Denial denied, @Nullable Instant content, @Nullable Instant missed) {
        return new Subscription(
                NEW.id(),
                NEW.sourceId(),
                NEW.hub(),
                NEW.key(),
                NEW.secret(),
                false,
                List.of(NOW),
                attempts,
                NOW,
                NOW,
                denied == null ? NOW.plus(TEN_DAYS) : null,
                attempts == 0 ? null : new Failure("http-500", "the hub refuses"),
                denied,
                content,
                missed,
                List.of(),
                0);
    }

    @Test
    void isAskedForAtOnceAndRenewedBeforeItEnds() {
        assertThat(NEW.dueAt(SETTINGS)).isBefore(NOW);
        assertThat(verified(0, null).dueAt(SETTINGS)).isEqualTo(NOW.plus(Duration.ofHours(204)));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "5, 80", "9, 1280", "10, 1440", "99, 1440"})
    void waitsTwiceAsLongAfterEachAttempt(int attempts, int minutes) {
        assertThat(verified(attempts, null).dueAt(SETTINGS)).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void isAskedForAgainTenDaysAfterTheHubDenied() {
        assertThat(verified(0, new Denial(NOW, "no")).dueAt(SETTINGS)).isEqualTo(NOW.plus(TEN_DAYS));
    }

    @Test
    void isReliedOnAsLongAsTheHubWasHeardOfWithinTheRhythm() {
        var content = NOW.plus(Duration.ofHours(30));

        assertThat(heard(null, null).reliedOnUntil(Rhythm.NONE, A_DAY)).isEqualTo(NOW.plus(A_DAY));
        assertThat(heard(content, null).reliedOnUntil(Rhythm.NONE, A_DAY)).isEqualTo(content.plus(A_DAY));
        assertThat(heard(content, null).reliedOnUntil(every(Duration.ofHours(2)), A_DAY))
                .isEqualTo(content.plus(Duration.ofHours(8)));
    }

    @Test
    void isReliedOnNoLongerThanItsLease() {
        assertThat(heard(NOW, null).reliedOnUntil(every(Duration.ofDays(7)), A_DAY))
                .isEqualTo(NOW.plus(TEN_DAYS));
    }

    @Test
    void isNotReliedOnAfterItMissedSomethingUntilItIsHeardOfAgain() {
        assertThat(heard(NOW, NOW.plusMillis(1)).reliedOnUntil(Rhythm.NONE, A_DAY))
                .isNull();
        assertThat(heard(NOW, NOW).reliedOnUntil(Rhythm.NONE, A_DAY)).isEqualTo(NOW.plus(A_DAY));
        assertThat(verified(0, new Denial(NOW, "no")).reliedOnUntil(Rhythm.NONE, A_DAY))
                .isNull();
        assertThat(NEW.reliedOnUntil(Rhythm.NONE, A_DAY)).isNull();
    }

    @Test
    void hasMissedWhatAPollFoundIfItWasSilentSinceThePollBefore() {
        var poll = NOW.plus(A_DAY);

        assertThat(heard(null, null).hasMissed(poll)).isTrue();
        assertThat(heard(poll.minusMillis(1), null).hasMissed(poll)).isTrue();
        assertThat(heard(poll, null).hasMissed(poll)).isFalse();
        assertThat(heard(null, null).hasMissed(NOW)).isFalse();
        assertThat(NEW.hasMissed(poll)).isFalse();
    }

    @Test
    void isShownAsItIs() {
        assertThat(NEW.shown(NOW).state()).isEqualTo("asked");
        assertThat(verified(0, null).shown(NOW).state()).isEqualTo("active");
        assertThat(verified(1, null).shown(NOW).state()).isEqualTo("active");
        assertThat(verified(1, null).shown(NOW.plus(TEN_DAYS)).state()).isEqualTo("failing");
        assertThat(verified(1, null).shown(NOW).reason()).isEqualTo("the hub refuses");
        assertThat(verified(0, new Denial(NOW, "no")).shown(NOW).state()).isEqualTo("denied");
    }

    @Test
    void tellsNoSecret() {
        assertThat(NEW).asString().doesNotContain("key", "secret");
    }

    private static Rhythm every(Duration gap) {
        return new Rhythm(IntStream.range(0, 6)
                .mapToObj(i -> NOW.minus(gap.multipliedBy(i)))
                .toList());
    }
}
