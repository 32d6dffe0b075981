package app.tidings.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void hasTheMiddleOfAnOddNumber() {
        var series = new Series(List.of(9.0, 1.0, 4.0));

        assertThat(series.min()).isEqualTo(1);
        assertThat(series.median()).isEqualTo(4);
        assertThat(series.max()).isEqualTo(9);
    }

    @Test
    void hasTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(new Series(List.of(8.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
    }

    @Test
    void tellsWhatNoMoreThanAShareAreAbove() {
        var series = new Series(
                IntStream.rangeClosed(1, 20).mapToObj(Double::valueOf).toList());

        assertThat(series.at(0.95)).isEqualTo(19);
        assertThat(series.at(0.951)).isEqualTo(20);
        assertThat(new Series(List.of(3.0)).at(0.5)).isEqualTo(3);
    }

    @Test
    void comparesRoundByRound() {
        var ratio = new Series(List.of(50.0, 30.0)).to(new Series(List.of(100.0, 40.0)));

        assertThat(ratio.values()).hasSize(2);
        assertThat(ratio.min()).isCloseTo(0.5, within(1e-9));
        assertThat(ratio.max()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void isNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of()));
    }

    @Test
    void dividesEachFigure() {
        assertThat(new Series(List.of(50.0, 25.0)).by(25)).isEqualTo(new Series(List.of(2.0, 1.0)));
    }
}
