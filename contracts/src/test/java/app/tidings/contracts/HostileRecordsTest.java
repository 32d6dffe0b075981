package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRecordsTest {

    private static final Event EVENT = TestEvents.all().findFirst().orElseThrow();
    private static final String CANARY = "canary-3f7a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"link-found\"",
                "{",
                "{}",
                "{\"type\":\"link-found\"}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"link-found\",\"type\":\"link-found\"}",
                "{\"type\":\"link-found\"} {}",
                "{\"@class\":\"java.lang.Runtime\",\"type\":\"link-found\"}",
                "{\"type\":\"link-found\",\"linkId\":{\"$ne\":null}}",
                "{\"type\":\"link-found\",\"version\":\"canary-3f7a\"}",
                "{\"type\":\"link-found\",\"version\":1e400}",
                "{\"type\":\"link-found\",\"occurredAt\":\"canary-3f7a\"}",
                "{\"type\":\"link-found\",\"url\":\"javascript:canary-3f7a\"}",
                "{\"type\":\"link-found\",\"url\":\"https://x/a b?token=canary-3f7a\"}",
                "{\"type\":\"link-found\",\"sightings\":[{\"shownUrl\":\"https://x/a b?token=canary-3f7a\"}]}"
            })
    void areRefusedAndTheReasonDoesNotRepeatThem(String value) {
        var refused = catchThrowable(() -> Signed.decode(EVENT, value));

        assertThat(refused).isInstanceOf(BadEvent.class);
        assertThat(refused.getMessage()).doesNotContain(CANARY).doesNotContain("java.lang");
    }

    /** Each breaks another guard, or what stands before the guards, of a record that is good otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issueId\":\"[^\"]+\" | \"issueId\":\"canary-3f7a\" | id names no publication",
                "\"section\":\"articles\" | \"section\":\"canary-3f7a\" | a part's section is not in the profile",
                "\"texts\":\\{.*?}} | \"texts\":{} | entry has no text",
                "\"zone\":\"[^\"]+\" | \"zone\":\"canary-3f7a\" | zone is not an IANA time zone",
                "\"tagline\":\\{ | \"tagline\":{\"canary-3f7a\":[1], | at .manuscript.profile.tagline.*",
            })
    void thatBreakAGuardAreRefusedInItsWordsAlone(String part, String broken, String reason) {
        var issue = TestEvents.all()
                .filter(event -> event instanceof IssueEvent.IssueApproved)
                .findFirst()
                .orElseThrow();
        var value = EventCodec.encode(issue).value();
        var hostile = value.replaceFirst(part, Matcher.quoteReplacement(broken));

        assertThat(hostile).isNotEqualTo(value);
        assertThatThrownBy(() -> Signed.decode(issue, hostile))
                .isInstanceOf(BadEvent.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void nestedTooDeepAreRefused() {
        var deep = "{\"type\":\"link-found\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> Signed.decode(EVENT, deep)).isInstanceOf(BadEvent.class);
    }

    @Test
    void withANumberOfManyDigitsAreRefused() {
        var long10MB = "{\"type\":\"link-found\",\"version\":" + "9".repeat(1_000_000) + "}";

        assertThatThrownBy(() -> Signed.decode(EVENT, long10MB)).isInstanceOf(BadEvent.class);
    }

    @Test
    void largerThanAMessageMayBeAreRefused() {
        var large = "{\"type\":\"link-found\",\"x\":\"" + "x".repeat(EventCodec.MAX_BYTES) + "\"}";

        assertThatThrownBy(() -> Signed.decode(EVENT, large)).isInstanceOf(BadEvent.class);
    }

    @Test
    void thatStrayedToAnotherTopicAreRefused() {
        var encoded = EventCodec.encode(EVENT);
        var value = encoded.value().getBytes(UTF_8);

        assertThatThrownBy(() -> EventCodec.decode(ItemEvent.TOPIC, encoded.key(), encoded.headers(), value))
                .isInstanceOf(BadEvent.class);
        assertThatThrownBy(() -> EventCodec.decode(encoded.topic(), "another key", encoded.headers(), value))
                .isInstanceOf(BadEvent.class);
    }

    @Test
    void withForgedFrameworkHeadersAreReadAsIfTheyHadNone() {
        var encoded = EventCodec.encode(EVENT);
        var headers = new HashMap<>(encoded.headers());
        headers.putAll(Map.of(
                "spring.cloud.function.routing-expression", "T(java.lang.Runtime).getRuntime().exec('x')",
                "__TypeId__", "java.lang.Runtime",
                "kafka_deliveryAttempt", "999"));

        var read = EventCodec.decode(
                encoded.topic(), encoded.key(), headers, encoded.value().getBytes(UTF_8));

        assertThat(read).isEqualTo(EVENT);
    }

    @Test
    void ofRandomBytesAreRefused() {
        var seed = 20_261_122L;
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            var value = new String(bytes, UTF_8);
            assertThatThrownBy(() -> Signed.decode(EVENT, value))
                    .as("seed %d, %d", seed, i)
                    .isInstanceOf(BadEvent.class);
        }
    }

    @Test
    void withOneFlippedByteAreRefused() {
        var encoded = EventCodec.encode(EVENT);
        var value = encoded.value().getBytes(UTF_8);
        for (var i = 0; i < value.length; i++) {
            var flipped = value.clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> EventCodec.decode(encoded.topic(), encoded.key(), encoded.headers(), flipped))
                    .isInstanceOf(BadEvent.class)
                    .hasMessageContaining("checksum");
        }
    }
}
