package app.tidings.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.ReaderLinks.Reading.Bad;
import app.tidings.notify.subscriber.ReaderLinks.Reading.Good;
import app.tidings.notify.subscriber.ReaderLinks.Reading.Over;
import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenKey;
import app.tidings.platform.token.TokenPurpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReaderLinksTest {

    private static final Claim CLAIM = new Claim("5f2a", "weekly", 3);

    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private final ReaderLinks links = new ReaderLinks(
            URI.create("https://news.example.org/"),
            new SignedTokens(List.of(new TokenKey("k1", new byte[32])), () -> now));

    @Test
    void leadsToTheConfiguredAddress() {
        assertThat(links.confirm(CLAIM)).startsWith("https://news.example.org/subscribe/confirm?token=v1.");
        assertThat(links.form("weekly", "en"))
                .isEqualTo("https://news.example.org/subscribe?lang=en&publication=weekly");
    }

    @Test
    void confirmsForThreeDays() {
        assertThat(lastsExactly(Duration.ofDays(3), TokenPurpose.CONFIRM, links::confirm))
                .isTrue();
    }

    @Test
    void opensPreferencesForADay() {
        assertThat(lastsExactly(Duration.ofDays(1), TokenPurpose.PREFERENCES, links::preferences))
                .isTrue();
    }

    @Test
    void unsubscribesForEver() {
        var token = token(links.unsubscribe(CLAIM));
        now = now.plus(Duration.ofDays(3650));

        assertThat(links.read(TokenPurpose.UNSUBSCRIBE, token)).isEqualTo(new Good(CLAIM));
    }

    @Test
    void asksForPreferencesWithNoMoreThanWhatUnsubscribes() {
        var token = token(links.askForPreferences(CLAIM));

        assertThat(links.read(TokenPurpose.PREFERENCES, token)).isEqualTo(new Bad());
        assertThat(links.read(TokenPurpose.UNSUBSCRIBE, token)).isEqualTo(new Good(CLAIM));
    }

    @Test
    void takesNoTokenOfWhichOneBitIsChanged() {
        var token = token(links.unsubscribe(CLAIM));
        for (var i = 0; i < token.length(); i++) {
            for (var bit = 0; bit < 7; bit++) {
                var changed = token.substring(0, i) + (char) (token.charAt(i) ^ 1 << bit) + token.substring(i + 1);
                assertThat(links.read(TokenPurpose.UNSUBSCRIBE, changed)).isEqualTo(new Bad());
            }
        }
    }

    private boolean lastsExactly(Duration lifetime, TokenPurpose purpose, Function<Claim, String> link) {
        var token = token(link.apply(CLAIM));
        now = now.plus(lifetime);
        var atTheEnd = links.read(purpose, token);
        now = now.plusMillis(1);
        return atTheEnd.equals(new Good(CLAIM)) && links.read(purpose, token).equals(new Over(CLAIM));
    }

    private static String token(String link) {
        return link.replaceAll(".*token=", "");
    }
}
