package app.tidings.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void standsInColumns() {
        assertThat(new Table("sender", "a second").row("limit: curl", "7")).hasToString("""
                        | sender      | a second |
                        | ----------- | -------- |
                        | limit: curl | 7        |
                        """);
    }

    @Test
    void refusesARowWithAnotherNumberOfCells() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("one", "two").row("1"));
    }

    @Test
    void showsThreeDigitsThatCount() {
        assertThat(Table.spread(new Series(List.of(12_345.6, 45.67, 0.123)))).isEqualTo("0.12 / **45.7** / 12,346");
    }

    @Test
    void showsSmallRatiosWithATenth() {
        var limit = new Series(List.of(1_000.0));

        assertThat(Table.ratio(new Series(List.of(99.0)), limit)).isEqualTo("9.9 % (9.9 %–9.9 %)");
        assertThat(Table.ratio(new Series(List.of(100.0)), limit)).isEqualTo("10 % (10 %–10 %)");
    }
}
