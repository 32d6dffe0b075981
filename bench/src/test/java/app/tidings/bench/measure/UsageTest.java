package app.tidings.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void findsTheTimesBehindANameWithSpacesAndBrackets() {
        var stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 100 0 0 0 150 25 7 8 20 0 1 0 100 1000 10";
        var status = "Name:\ta\nVmHWM:\t   204800 kB\nVmRSS:\t 1024 kB\n";

        assertThat(Usage.parse(stat, status)).isEqualTo(new Usage(1.75, 1, 200));
    }
}
