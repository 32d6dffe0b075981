package app.tidings.curation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTextTest {

    @ParameterizedTest
    @MethodSource
    void escapesWhatWouldBeMarkup(String plain, String markdown) {
        assertThat(MarkdownText.of(plain)).isEqualTo(markdown);
    }

    static Stream<Arguments> escapesWhatWouldBeMarkup() {
        return Stream.of(
                Arguments.of("Plain text, 1.5 times (as is).", "Plain text, 1.5 times (as is)."),
                Arguments.of("它很快，也很小。", "它很快，也很小。"),
                Arguments.of("snake_case stays, _this_ does not", "snake_case stays, \\_this\\_ does not"),
                Arguments.of("2 * 3 * 4", "2 \\* 3 \\* 4"),
                Arguments.of("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
                Arguments.of("[here](javascript:alert(1))", "\\[here\\](javascript:alert(1))"),
                Arguments.of("`code` and \\", "\\`code\\` and \\\\"),
                Arguments.of("&lt; is an entity, R&D is not", "\\&lt; is an entity, R&D is not"),
                Arguments.of("# no heading", "\\# no heading"),
                Arguments.of("- no list", "\\- no list"),
                Arguments.of("1. no list", "1\\. no list"),
                Arguments.of("2026 was fine", "2026 was fine"),
                Arguments.of("~~gone~~ | cell", "\\~\\~gone\\~\\~ \\| cell"));
    }
}
