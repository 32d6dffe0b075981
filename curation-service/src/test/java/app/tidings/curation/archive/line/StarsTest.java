package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {

    @ParameterizedTest
    @CsvSource({
        "好库。（star 7K）,7000,true",
        "好库。(star 1.9k),1900,true",
        "好库。（Star 980）,980,true",
        "好库（Github 15K star）。,15000,false",
        "A library (7K stars),7000,false",
        "A library with 1300+ GitHub stars.,1300,false",
        "star 数超过 10 万,100000,false",
        "已有 2.3 万个 star,23000,false",
        "收获了 1.2w+ star,12000,false",
        "star 数竟已涨到了 5W,50000,false",
        "'（star 1,200）',1200,true",
        "（star 1，200）,1200,true",
        "（star 2024）,2024,true",
        "（2024 stars）,2024,false",
        "已有 2024 个 star,2024,false",
        "只有 5 个 star,5,false",
        "（3 star）,3,false",
    })
    void readsACount(String text, int value, boolean canonical) {
        assertThat(Stars.in(text)).singleElement().satisfies(stars -> {
            assertThat(stars.value()).isEqualTo(value);
            assertThat(stars.canonical()).isEqualTo(canonical);
        });
    }

    @Test
    void readsEachOfSeveral() {
        assertThat(Stars.in("甲（star 1.9k），乙（star 3.1k）。"))
                .extracting(Stars::value)
                .containsExactly(1900, 3100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "star 数很多，2023 年开始",
                "starlette 0.3",
                "5 starts",
                "restart 7",
                "给颗小星星",
                "star 2023年",
                "最近 star 了 3 个项目",
                "star 过 15 个仓库",
                "GitHub Stars 2024 入选者",
                "2024 Stars 榜单",
                "all-star 2024 阵容",
                "5 star 好评",
                "“3 star”评级",
                "5-star"
            })
    void readsNoneWhereThereIsNone(String text) {
        assertThat(Stars.in(text)).isEmpty();
    }
}
