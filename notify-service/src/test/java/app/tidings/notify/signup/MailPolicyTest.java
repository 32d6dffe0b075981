package app.tidings.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscriber.Kind;
import app.tidings.notify.subscriber.Subscriber.Mailing;
import app.tidings.notify.subscriber.Subscriber.Mailings;
import app.tidings.notify.subscriber.Subscription;
import app.tidings.notify.subscriber.Subscription.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final SignUp SIGN_UP = new SignUp("weekly", "ada@example.org", "zh");

    @Test
    void asksANewcomerToConfirm() {
        assertThat(MailPolicy.mailFor(subscriber(0, 0, Map.of()), SIGN_UP, NOW))
                .contains(new Mailing(Kind.CONFIRM, "weekly", "zh"));
    }

    @Test
    void mailsOnceInTwentyFourHours() {
        var asked = subscriber(1, 1, Map.of()).owed(new Mailing(Kind.CONFIRM, "weekly", "zh"), NOW);
        var nextDay = NOW.plus(Duration.ofHours(24));

        assertThat(MailPolicy.mailFor(asked, SIGN_UP, NOW)).isEmpty();
        assertThat(MailPolicy.mailFor(asked, SIGN_UP, nextDay.minusMillis(1))).isEmpty();
        assertThat(MailPolicy.mailFor(asked, SIGN_UP, nextDay)).isPresent();
    }

    @Test
    void asksThreeTimesEverWhereNobodyAnswers() {
        assertThat(MailPolicy.mailFor(subscriber(2, 2, Map.of()), SIGN_UP, NOW)).isPresent();
        assertThat(MailPolicy.mailFor(subscriber(3, 3, Map.of()), SIGN_UP, NOW)).isEmpty();
        assertThat(MailPolicy.mailFor(subscriber(9, 0, Map.of()), SIGN_UP, NOW))
                .as("somebody answered once")
                .isPresent();
    }

    @Test
    void leadsWhoIsSubscribedToThePreferences() {
        var confirmed = Map.of("weekly", new Subscription(State.CONFIRMED, "en", false, 0, null, Map.of()));
        var left = Map.of("weekly", new Subscription(State.LEFT, "en", false, 0, null, Map.of()));

        assertThat(MailPolicy.mailFor(subscriber(1, 0, confirmed), SIGN_UP, NOW))
                .contains(new Mailing(Kind.PREFERENCES, "weekly", "zh"));
        assertThat(MailPolicy.mailFor(subscriber(1, 0, left), SIGN_UP, NOW))
                .contains(new Mailing(Kind.CONFIRM, "weekly", "zh"));
    }

    @Test
    void mailsNothingToASuppressedAddress() {
        var suppressed =
                new Subscriber("5f2a", 1, "ada@example.org", Map.of(), new Mailings(0, 0, null, null), true, NOW);

        assertThat(MailPolicy.mailFor(suppressed, SIGN_UP, NOW)).isEmpty();
    }

    private static Subscriber subscriber(int count, int unanswered, Map<String, Subscription> subscriptions) {
        return new Subscriber(
                "5f2a", 1, "ada@example.org", subscriptions, new Mailings(count, unanswered, null, null), false, NOW);
    }
}
