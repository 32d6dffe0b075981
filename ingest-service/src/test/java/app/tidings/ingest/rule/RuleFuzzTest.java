package app.tidings.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever pattern and words editors write, and whatever text they meet; how to search stands at {@code FeedFuzzTest}. */
class RuleFuzzTest {

    private static final int LONGEST = 2_000_000_000; // nanoseconds, also on a machine that does much else

    @FuzzTest(maxDuration = "10m")
    void matchesInBoundedTimeOrSaysWhatIsWrong(FuzzedDataProvider data) {
        var pattern = data.consumeBoolean() ? data.consumeString(500) : null;
        var words = pattern == null ? List.of(data.consumeString(50)) : List.<String>of();
        var rule = new Rule("a", Rule.Action.BLOCK, Rule.Field.TEXT, words, pattern, null);
        var part = data.consumeRemainingAsString();
        var text = part.repeat(part.isEmpty() ? 0 : Math.max(1, 20_000 / part.length()));

        var started = System.nanoTime();
        if (rule.fault() == null) {
            assertThat(List.of(new Judged("", "", "", text, "")))
                    .filteredOn(rule.matcher())
                    .hasSizeLessThan(2);
        }
        assertThat(System.nanoTime() - started).isLessThan(LONGEST);
    }
}
