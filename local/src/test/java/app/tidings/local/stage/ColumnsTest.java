package app.tidings.local.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    private static final String MIXED = "自由线程 Python 实测：三个老项目的得与失，一个快了三倍，一个几乎没变，还有一个变慢了。原因各不相同 (free-threaded)";

    @ParameterizedTest
    @CsvSource({"tide, 4", "潮汐, 4", "潮汐 #1, 7", "'', 0", "🦄, 2", "é, 1", "（英）, 6"})
    void countsColumns(String text, int columns) {
        assertThat(Columns.width(text)).isEqualTo(columns);
    }

    @Test
    void countsNothingForWhatJoinsOtherCharacters() {
        assertThat(Columns.width("e\u0301")).isEqualTo(1);
        assertThat(Columns.width("🐿\uFE0F")).isEqualTo(2);
    }

    @Test
    void cutsOnlyWhatIsTooLong() {
        assertThat(Columns.cut("潮汐周刊", 8)).isEqualTo("潮汐周刊");
        assertThat(Columns.cut("潮汐周刊", 7)).isEqualTo("潮汐周…");
        assertThat(Columns.cut("潮汐周刊", 6)).isEqualTo("潮汐…");
        assertThat(Columns.cut("one two", 5)).isEqualTo("one…");
    }

    @Test
    void fillsToTheColumn() {
        assertThat(Columns.fill("潮汐", 6) + "|").isEqualTo("潮汐  |");
        assertThat(Columns.fill("潮汐周刊", 6) + "|").isEqualTo("潮汐… |");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 20, 33, 60, 97})
    void wrapsWithinTheColumnsAndLosesNothing(int columns) {
        var lines = Columns.wrap(MIXED, columns);

        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(columns));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(MIXED.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 20, 21, 33})
    void beginsNoLineWithASignThatCloses(int columns) {
        assertThat(Columns.wrap(MIXED, columns)).noneMatch(line -> line.matches("[，。：）)].*"));
    }

    @Test
    void breaksBetweenWordsButNotWithin() {
        assertThat(Columns.wrap("from feeds to a delivered mail", 12))
                .containsExactly("from feeds", "to a", "delivered", "mail");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(Columns.wrap("see http://127.0.0.1:8083/tidings-weekly/zh/1 there", 20))
                .containsExactly("see", "http://127.0.0.1:8083/tidings-weekly/zh/1", "there");
    }

    @Test
    void makesOneLineOfNothing() {
        assertThat(Columns.wrap("", 20)).containsExactly("");
    }
}
