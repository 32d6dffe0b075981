package app.tidings.notify.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.page.TestWords;
import org.junit.jupiter.api.Test;

class ReaderWordsTest {

    @Test
    void saysTheSameInBothLanguages() {
        TestWords.sayTheSame(ReaderWords.BOTH);

        assertThat(ReaderWords.in("zh-Hant").language()).isEqualTo("zh");
    }
}
