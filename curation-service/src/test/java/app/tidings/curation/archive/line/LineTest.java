package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

    @Test
    void takesAFenceThatNothingClosesForText() {
        assertThat(Line.all("甲\n```\n乙\n")).noneMatch(Line::code);
    }

    @Test
    void endsAFenceAtOneOfItsKind() {
        var lines = Line.all("````\n```\n~~~\n````\n甲");

        assertThat(lines).extracting(Line::code).containsExactly(true, true, true, true, false);
    }

    @Test
    void leavesCommentsInCodeAlone() {
        assertThat(Line.all("```\n<!-- 留 -->\n```").get(1).text()).isEqualTo("<!-- 留 -->");
    }

    @Test
    void keepsACommentThatNothingEnds() {
        assertThat(Line.all("甲 <!-- 乙").getFirst().text()).isEqualTo("甲 <!-- 乙");
    }

    @Test
    void knowsBlanksThatMarkdownDoesNotAndDropsSignsWithoutWidth() {
        assertThat(Line.all("\ufeff\u200b甲\u00a0乙\u2060\u2003丙").getFirst().text())
                .isEqualTo("甲 乙 丙");
        assertThat(Line.all("```\n甲\u00a0乙\n```").get(1).text()).isEqualTo("甲\u00a0乙");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[甲][一]|[甲](<https://a.example>)",
                "[一][]|[一](<https://a.example>)",
                "[一]，乙|[一](<https://a.example>)，乙",
                "[甲][一]（英文）|[甲](<https://a.example>)（英文）",
                "[甲][二]|[甲][二]",
                "[一](https://b.example)|[一](https://b.example)",
                "`[甲][一]`|`[甲][一]`"
            })
    void givesReferencesTheirAddress(String text, String resolved) {
        assertThat(Line.all(text + "\n\n[一]: https://a.example \"题\"")
                        .getFirst()
                        .text())
                .isEqualTo(resolved);
    }

    @Test
    void takesAFootnoteForNoReference() {
        assertThat(Passage.of(Line.all("甲[^1]\n\n[^1]: 乙")).links()).isEmpty();
    }

    @Test
    void countsLinesWhateverEndsThem() {
        assertThat(Line.all("a\r\nb\rc\nd")).extracting(Line::number).containsExactly(1, 2, 3, 4);
    }
}
