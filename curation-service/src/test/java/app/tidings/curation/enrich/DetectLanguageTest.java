package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Spring Boot 4.1 发布                               | -     | zh
                    Spring Boot 4.1 发布                               | en-US | zh
                    把队列变快的三个办法                                | -     | zh
                    使用 FastAPI、Pydantic 和 SQLModel 构建 REST API    | en    | zh
                    How we made the queue fast                        | -     | en
                    How we made the queue fast                        | zh-CN | en
                    Asyncio in practice                               | -     | en
                    PEP 703 accepted, with a note on 汉字               | en    | en
                    Wie wir die Warteschlange schnell machten         | de    | de
                    Wie wir die Warteschlange schnell machten         | -     | und
                    キューを速くする三つの方法                          | -     | ja
                    큐를 빠르게 만드는 세 가지 방법                      | -     | ko
                    uv                                                | -     | und
                    3.14                                              | -     | und
                    3.14                                              | fr_FR | fr
                    uv                                                | x"<>  | und
                    """)
    void tellsTheLanguage(String text, @Nullable String claimed, String language) {
        assertThat(DetectLanguage.of(text, claimed)).isEqualTo(language);
    }
}
