package app.tidings.platform.token;

import static app.tidings.platform.token.TokenPurpose.CONFIRM;
import static app.tidings.platform.token.TokenPurpose.UNSUBSCRIBE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.platform.token.Verdict.Expired;
import app.tidings.platform.token.Verdict.Forged;
import app.tidings.platform.token.Verdict.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00.123Z");
    private static final Duration LIFETIME = Duration.ofDays(3);
    private static final String SUBJECT = "01JD8Z6W3V4N5P6Q7R8S9TAVBW";

    private final SignedTokens tokens = tokens(NOW, key("k1", 1));

    @ParameterizedTest
    @EnumSource(TokenPurpose.class)
    void takesItsOwnTokenForItsPurposeAndNoOther(TokenPurpose purpose) {
        var token = tokens.sign(purpose, SUBJECT, LIFETIME);

        assertThat(tokens.verify(purpose, token)).isEqualTo(new Valid(SUBJECT, NOW));
        Arrays.stream(TokenPurpose.values())
                .filter(other -> other != purpose)
                .forEach(other -> assertThat(tokens.verify(other, token)).isEqualTo(new Forged()));
    }

    @Test
    void fitsIntoALinkAsItIs() {
        assertThat(tokens.sign(UNSUBSCRIBE, SUBJECT, null))
                .matches("v1\\.k1(\\.[A-Za-z0-9_-]+){2}")
                .hasSizeLessThan(110);
    }

    @Test
    void staysReadableForLaterVersionsSinceItsFormNeverChanges() {
        assertThat(tokens.sign(UNSUBSCRIBE, SUBJECT, null))
                .isEqualTo("v1.k1.AaICYF-7AAAAAAAAMDFKRDhaNlczVjRONVA2UTdSOFM5VEFWQlc"
                        + ".yZRO_xn7LlRWqW1fBEpNbowPDOevtmWatHSPDJbuXCE");
    }

    @Test
    void livesForItsLifetimeAndNotAMillisecondMore() {
        var token = tokens.sign(CONFIRM, SUBJECT, LIFETIME);

        assertThat(tokens(NOW.plus(LIFETIME), key("k1", 1)).verify(CONFIRM, token))
                .isEqualTo(new Valid(SUBJECT, NOW));
        assertThat(tokens(NOW.plus(LIFETIME).plusMillis(1), key("k1", 1)).verify(CONFIRM, token))
                .isEqualTo(new Expired(SUBJECT));
    }

    @Test
    void livesForeverWithoutALifetime() {
        var token = tokens.sign(UNSUBSCRIBE, SUBJECT, null);

        assertThat(tokens(NOW.plus(Duration.ofDays(36_500)), key("k1", 1)).verify(UNSUBSCRIBE, token))
                .isEqualTo(new Valid(SUBJECT, NOW));
    }

    @Test
    void takesTokensOfBothKeysWhileTheyAreRotated() {
        var old = tokens.sign(UNSUBSCRIBE, SUBJECT, null);
        var rotating = tokens(NOW, key("k2", 2), key("k1", 1));
        var rotated = tokens(NOW, key("k2", 2));

        assertThat(rotating.sign(UNSUBSCRIBE, SUBJECT, null)).startsWith("v1.k2.");
        assertThat(rotating.verify(UNSUBSCRIBE, old)).isInstanceOf(Valid.class);
        assertThat(rotated.verify(UNSUBSCRIBE, rotating.sign(UNSUBSCRIBE, SUBJECT, null)))
                .isInstanceOf(Valid.class);
        assertThat(rotated.verify(UNSUBSCRIBE, old)).isEqualTo(new Forged());
    }

    @Test
    void refusesATokenOfAnotherSecretUnderTheSameName() {
        assertThat(tokens(NOW, key("k1", 2)).verify(CONFIRM, tokens.sign(CONFIRM, SUBJECT, LIFETIME)))
                .isEqualTo(new Forged());
    }

    @Test
    void refusesEveryTokenOfWhichOneBitIsFlipped() {
        var token = tokens.sign(CONFIRM, SUBJECT, LIFETIME);
        for (var i = 0; i < token.length(); i++) {
            for (var bit = 0; bit < Character.SIZE; bit++) {
                var flipped = new StringBuilder(token);
                flipped.setCharAt(i, (char) (token.charAt(i) ^ 1 << bit));
                assertThat(tokens.verify(CONFIRM, flipped.toString())).isEqualTo(new Forged());
            }
        }
    }

    @Test
    void refusesEveryShorterAndEveryLongerToken() {
        var token = tokens.sign(CONFIRM, SUBJECT, LIFETIME);
        for (var end = 0; end < token.length(); end++) {
            assertThat(tokens.verify(CONFIRM, token.substring(0, end))).isEqualTo(new Forged());
        }
        for (var end : List.of("A", "=", ".", " ", "\n", "\u0000", token, ".A")) {
            assertThat(tokens.verify(CONFIRM, token + end)).isEqualTo(new Forged());
            assertThat(tokens.verify(CONFIRM, end + token)).isEqualTo(new Forged());
        }
    }

    @Test
    void refusesRandomTokens() {
        var random = new Random(5);
        var payload = tokens.sign(CONFIRM, SUBJECT, LIFETIME).replaceFirst("[^.]*$", "");
        for (var i = 0; i < 100_000; i++) {
            var mac = new byte[32];
            random.nextBytes(mac);
            var forged = payload + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
            assertThat(tokens.verify(CONFIRM, forged)).isEqualTo(new Forged());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "v1...",
                "v1.k1..",
                "v1.k1.AAAA.",
                "v1.k1.AAAA.AAAA",
                "v2.k1.AAAA.AAAA",
                "v1.k9.AAAA.AAAA",
                "v1.k1.!.!",
                "V1.K1.AAAA.AAAA",
                "v1.k1.周刊.周刊",
                "not a token",
            })
    void refusesWhatIsNoToken(String text) {
        assertThat(tokens.verify(CONFIRM, text)).isEqualTo(new Forged());
    }

    @Test
    void refusesHugeTextsAtOnce() {
        assertThat(tokens.verify(CONFIRM, ".".repeat(10_000_000))).isEqualTo(new Forged());
        assertThat(tokens.verify(CONFIRM, "v1.k1." + "A".repeat(10_000_000) + ".A"))
                .isEqualTo(new Forged());
    }

    @Test
    void readsTheLongestSubjectThatItSigns() {
        var longest = "刊".repeat(170) + "ab";

        assertThat(tokens.verify(CONFIRM, tokens.sign(CONFIRM, longest, null))).isEqualTo(new Valid(longest, NOW));
        assertThatThrownBy(() -> tokens.sign(CONFIRM, longest + "c", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens.sign(CONFIRM, "", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALifetimeThatIsNone() {
        assertThatThrownBy(() -> tokens.sign(CONFIRM, SUBJECT, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens.sign(CONFIRM, SUBJECT, Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeysThatCannotBeMeant() {
        assertThatThrownBy(() -> tokens(NOW)).hasMessage("no token key");
        assertThatThrownBy(() -> tokens(NOW, key("k1", 1), key("k1", 2))).hasMessage("two token keys are called k1");
        assertThatThrownBy(() -> new TokenKey("k1", new byte[31])).hasMessageContaining("shorter than 32 bytes");
        assertThatThrownBy(() -> new TokenKey("k.1", new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenKey("", new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedTokens tokens(Instant now, TokenKey... keys) {
        return new SignedTokens(List.of(keys), InstantSource.fixed(now));
    }

    private static TokenKey key(String kid, int seed) {
        return new TokenKey(
                kid, "a secret that is long enough, number %d".formatted(seed).getBytes(UTF_8));
    }
}
