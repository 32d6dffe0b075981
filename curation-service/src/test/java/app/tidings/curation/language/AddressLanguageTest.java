package app.tidings.curation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "https://zh.wikipedia.org/wiki/Kafka, zh",
        "https://docs.python.org/zh-cn/3/, zh",
        "https://docs.python.org/3/, en",
        "https://notes.example/en, en",
        "https://notes.example/README_zh-Hans.md, zh",
        "https://notes.example/post.ja.html, ja",
        "https://notes.example/post?a=b&hl=ko, ko",
        "https://www.cnblogs.com/ada/p/1, zh",
        "https://notcnblogs.com/ada/p/1,",
        "https://notes.example.cn/post, zh",
        "https://notes.example/zhuanlan/en-route,",
        "https://zhang.example.com/enqueue?language=zhx,",
        "https://pybit.es/articles/,",
        "https://de.example/,",
        "https://notes.example/,"
    })
    void tellsWhatAnAddressPromises(URI url, @Nullable String language) {
        assertThat(AddressLanguage.of(url)).isEqualTo(Optional.ofNullable(language));
    }
}
