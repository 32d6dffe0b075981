package app.tidings.curation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't panic, it is a well-known 3.14 bug. | 8 | 0",
                "把队列变快的三个办法。 | 0 | 10",
                "用 asyncio 写一个端口扫描器 | 1 | 9",
                "Python3.13发布了 | 1 | 3",
                "タイドの本 | 0 | 5",
                "サーバーの本 | 0 | 6",
                "e\u0301te\u0301 -- os.path. | 2 | 0",
                "조류를 읽는 법 | 3 | 0",
                "русский текст | 2 | 0",
                "if (x == 1) { return y; } | 5 | 0",
                "--- … 。，！ | 0 | 0"
            })
    void countsWordsAndCharacters(String text, int words, int characters) {
        assertThat(ReadingTime.of(text)).isEqualTo(new ReadingTime(words, characters));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 1", "0, 1, 1", "344, 0, 1", "345, 0, 2", "0, 599, 1", "0, 600, 2", "2300, 4000, 20"})
    void tellsTheMinutes(int words, int characters, int minutes) {
        assertThat(new ReadingTime(words, characters).minutes()).isEqualTo(minutes);
    }

    @Test
    void countsALongTextWithoutEnd() {
        assertThat(ReadingTime.of("a-".repeat(50_000)).words()).isEqualTo(1);
        assertThat(ReadingTime.of("字".repeat(100_000)).characters()).isEqualTo(100_000);
    }
}
