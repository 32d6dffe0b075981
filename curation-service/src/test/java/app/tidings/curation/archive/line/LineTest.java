package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void countsLinesWhateverEndsThem() {
        assertThat(Line.all("a\r\nb\rc\nd")).extracting(Line::number).containsExactly(1, 2, 3, 4);
    }
}
