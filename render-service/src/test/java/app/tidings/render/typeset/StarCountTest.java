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
        "1049, 1k",
        "1050, 1.1k",
        "1234, 1.2k",
        "1949, 1.9k",
        "1950, 2k",
        "7000, 7k",
        "9949, 9.9k",
        "9999, 10k",
        "18500, 18.5k",
        "99949, 99.9k",
        "99950, 100k",
        "100499, 100k",
        "100500, 101k",
        "999499, 999k",
        "999500, 1M",
        "1000000, 1M",
        "1049999, 1M",
        "1050000, 1.1M",
        "2147483647, 2147M"
    })
    void shortensAsHostsDo(int stars, String shortened) {
        assertThat(StarCount.shortened(stars)).isEqualTo(shortened);
    }
}
