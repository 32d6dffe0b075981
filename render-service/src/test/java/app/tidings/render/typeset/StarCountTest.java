package app.tidings.render.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarCountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1k",
        "1099, 1k",
        "1100, 1.1k",
        "1234, 1.2k",
        "1999, 1.9k",
        "2000, 2k",
        "18500, 18.5k",
        "99999, 99.9k",
        "100000, 100k",
        "100900, 100k",
        "120000, 120k"
    })
    void shortensAndNeverSaysMoreThanThereAre(int stars, String shortened) {
        assertThat(StarCount.shortened(stars)).isEqualTo(shortened);
    }
}
