package app.tidings.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Suppressed;
import app.tidings.notify.subscriber.Subscriber.Kind;
import app.tidings.notify.subscriber.Subscriber.Mailing;
import app.tidings.notify.subscriber.Subscription.State;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Mailing CONFIRM = new Mailing(Kind.CONFIRM, "weekly", "zh");

    private final Subscriber newcomer = Subscriber.newcomer("5f2a", EmailAddress.of("ada@example.org"), NOW);

    @Test
    void isPendingOnceAskedAndGetsNothing() {
        var asked = newcomer.owed(CONFIRM, NOW);

        assertThat(asked.to("weekly").orElseThrow().state()).isEqualTo(State.PENDING);
        assertThat(asked.refusal("weekly")).contains(new Skipped(Reason.UNSUBSCRIBED));
        assertThat(asked.mailings().count()).isOne();
        assertThat(asked.mailings().unanswered()).isOne();
    }

    @Test
    void getsWhatIsConfirmedAndNotPaused() {
        assertThat(confirmed(false).refusal("weekly")).isEmpty();
        assertThat(confirmed(true).refusal("weekly")).contains(new Skipped(Reason.PAUSED));
        assertThat(confirmed(false).refusal("monthly")).contains(new Skipped(Reason.UNSUBSCRIBED));
        assertThat(confirmed(false).without("weekly").refusal("weekly")).contains(new Skipped(Reason.UNSUBSCRIBED));
    }

    @Test
    void getsNothingWhereTheAddressIsSuppressed() {
        var confirmed = confirmed(false);
        var suppressed = new Subscriber(
                confirmed.id(),
                confirmed.version(),
                confirmed.address(),
                confirmed.subscriptions(),
                confirmed.mailings(),
                true,
                NOW);

        assertThat(suppressed.refusal("weekly")).contains(new Suppressed());
    }

    @Test
    void keepsItsPlaceOnEveryListForEver() {
        var moved = confirmed(false).to("weekly").orElseThrow().confirmed("en", false, 7, null);
        var back = moved.left().confirmed("zh", false, 99, null);

        assertThat(back.places()).isEqualTo(Map.of("zh", 4, "en", 7));
    }

    @Test
    void isOnThePageOfItsLanguageAlone() {
        var subscriber = confirmed(false);

        assertThat(subscriber.isOnPage("weekly", "zh", 4)).isTrue();
        assertThat(subscriber.isOnPage("weekly", "zh", 3)).isFalse();
        assertThat(subscriber.isOnPage("weekly", "en", 4)).isFalse();
        assertThat(subscriber.isOnPage("monthly", "zh", 4)).isFalse();
    }

    @Test
    void confirmsByTheLinksOfThisRequestAlone() {
        var again = newcomer.owed(CONFIRM, NOW).owed(CONFIRM, NOW);
        assertThat(again.to("weekly").orElseThrow().confirmableFrom())
                .as("both links")
                .isOne();

        var left = confirmed(false).without("weekly").owed(CONFIRM, NOW);
        assertThat(left.to("weekly").orElseThrow().confirmableFrom())
                .isEqualTo(left.mailings().count());
    }

    @Test
    void neverShowsTheAddress() {
        assertThat(newcomer.owed(CONFIRM, NOW)).hasToString("Subscriber[5f2a]");
    }

    private Subscriber confirmed(boolean paused) {
        var pending = newcomer.owed(CONFIRM, NOW);
        var wanted = pending.to("weekly").orElseThrow().confirmed("zh", paused, 4, null);
        return pending.with(Map.of("weekly", wanted));
    }
}
