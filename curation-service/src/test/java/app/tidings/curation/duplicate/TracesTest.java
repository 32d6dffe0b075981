package app.tidings.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracesTest {

    @ParameterizedTest
    @MethodSource("app.tidings.curation.duplicate.SameArticleTest#pairs")
    void whatIsOneArticleSharesATrace(String pair) {
        var columns = pair.split("\t", -1);
        var one = Traces.of(Reading.of(columns[1], columns[2]));
        var other = Traces.of(Reading.of(columns[3], columns[4]));

        if (columns[0].equals("dup")) {
            assertThat(Collections.disjoint(one, other)).isFalse();
        }
        assertThat(one).hasSizeLessThan(20);
    }

    @Test
    void resemblingTextsShareATraceAndOthersDoNot() {
        var article = text(0, 400);

        assertThat(Collections.disjoint(traces(1, article), traces(2, "Reposted here. " + article)))
                .isFalse();
        assertThat(Collections.disjoint(traces(1, article), traces(2, text(300, 700))))
                .isTrue();
    }

    private static Set<String> traces(int number, String text) {
        return Traces.of(new Reading("https://trace.example/" + number, "About", text, null, null));
    }

    private static String text(int from, int to) {
        return IntStream.range(from, to).mapToObj(each -> "word" + each).collect(Collectors.joining(" "));
    }
}
