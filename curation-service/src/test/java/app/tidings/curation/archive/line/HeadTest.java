package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[潮汐](https://a.example)|潮汐|https://a.example",
                "**[潮汐](https://a.example)**|潮汐|https://a.example",
                "[ 潮汐 的  表 ](https://a.example)|潮汐 的 表|https://a.example",
                "[别写 `__init__`](https://a.example)|别写 __init__|https://a.example",
                "[__init__ 与 \\_\\_new\\_\\_](https://a.example)|__init__ 与 __new__|https://a.example",
                "[[问] 怎么办](https://a.example)|[问] 怎么办|https://a.example",
                "[甲：](https://a.example)[乙](https://b.example)|甲：乙|https://b.example",
                "[core.py](http://core.py/)[ Ep 3](https://b.example)|core.py Ep 3|https://b.example",
                "[甲](https://a.example/x_(y)_z)|甲|https://a.example/x_(y)_z",
                "[甲](https://a.example \"题\")|甲|https://a.example",
                "[甲](<https://a.example/x y>)|甲|https://a.example/x y",
                "[甲](https://a.example/x y)|甲|https://a.example/x y",
                "[甲]（https://a.example/x）|甲|https://a.example/x",
                "[甲](https://a.example/x）|甲|https://a.example/x",
                "[半个 [括号](https://a.example)|半个 [括号|https://a.example",
                "节目 #3：[甲](https://a.example)|节目 #3：甲|https://a.example",
                "《[甲](https://a.example)》|《甲》|https://a.example",
                "【荐】[甲](https://a.example)|【荐】甲|https://a.example",
                "**【荐】**[甲](https://a.example)|【荐】甲|https://a.example",
                "「连载」 [甲](https://a.example)|「连载」 甲|https://a.example",
                "[译] [甲](https://a.example)|[译] 甲|https://a.example",
                "\\[译\\] [甲](https://a.example)|[译] 甲|https://a.example",
                "🔥[甲](https://a.example)|🔥甲|https://a.example",
                "`pkg`：[甲](https://a.example)|pkg：甲|https://a.example",
                "*[甲](https://a.example)*|甲|https://a.example",
                "***[甲](https://a.example)***|甲|https://a.example",
                "_[甲](https://a.example)_|甲|https://a.example",
                "~~[甲](https://a.example)~~|甲|https://a.example",
                "==[甲](https://a.example)==|甲|https://a.example",
                "甲 https://a.example|甲|https://a.example",
                "甲：https://a.example/x_(y)|甲|https://a.example/x_(y)",
                "甲（https://a.example）|甲|https://a.example",
                "甲 - <https://a.example>|甲|https://a.example",
                "甲：[https://a.example](https://a.example)|甲|https://a.example",
                "甲 [链接](https://a.example)|甲|https://a.example",
                "甲（[原文](https://a.example)）|甲|https://a.example",
                "[甲] (https://a.example)|甲|https://a.example",
                "[译] 甲 https://a.example|[译] 甲|https://a.example",
                "[甲](https://a.example/x_(y)|甲|https://a.example/x_(y)",
                "https://a.example|https://a.example|https://a.example",
                "[从 List<T> 到 list\\[T]：一](https://a.example)|从 List<T> 到 list[T]：一|https://a.example",
            })
    void readsTitleAndAddress(String rest, String title, String url) {
        var head = Head.of(rest);

        assertThat(head.title()).isEqualTo(title);
        assertThat(head.url()).isEqualTo(url);
        assertThat(head.tail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(英),true,en",
        " (英),true,en",
        "（英文）,true,en",
        "(EN),true,en",
        " (Eng),true,en",
        "(English),true,en",
        "(中英),true,und",
        "(中译),false,zh",
        "（中国語）,false,zh",
        "**（英文）**,true,en",
        "【英】,true,en"
    })
    void readsTheMarkOfALanguage(String mark, boolean english, String language) {
        var head = Head.of("[甲](https://a.example)" + mark + " 后文");

        assertThat(head.mark().orElseThrow().english()).isEqualTo(english);
        assertThat(head.mark().orElseThrow().language()).isEqualTo(language);
        assertThat(head.title()).isEqualTo("甲");
        assertThat(head.tail()).isEqualTo("后文");
    }

    @ParameterizedTest
    @CsvSource({
        "[甲（英文）](https://a.example),甲,en",
        "[甲 (EN)](https://a.example),甲,en",
        "**[甲（英）](https://a.example)**,甲,en",
        "（英文）[甲](https://a.example),甲,en",
        "[甲（英文）](https://a.example)（中译）,甲（英文）,zh"
    })
    void readsAMarkInTheWrongPlace(String rest, String title, String language) {
        assertThat(Head.of(rest).title()).isEqualTo(title);
        assertThat(Head.of(rest).mark().orElseThrow().language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"缓存（中）", "每日一题（日）", "缓存（上）", "教程（视频）"})
    void leavesAPartOfASeriesInTheTitle(String title) {
        assertThat(Head.of("[%s](https://a.example)".formatted(title)).title()).isEqualTo(title);
        assertThat(Head.of(title).title()).isEqualTo(title);
    }

    @Test
    void keepsAnImageBeforeTheLinkAsText() {
        var head = Head.of("![图](https://img.example/a.png) [甲](https://a.example)（英文）");

        assertThat(head.title()).isEqualTo("甲");
        assertThat(head.mark()).isPresent();
        assertThat(head.tail()).isEqualTo("![图](https://img.example/a.png)");
    }

    @Test
    void leavesWhatFollowsToTheText() {
        var head = Head.of("[甲](https://a.example)：一句话，见[乙](https://b.example)");

        assertThat(head.url()).isEqualTo("https://a.example");
        assertThat(head.tail()).isEqualTo("：一句话，见[乙](https://b.example)");
    }

    @Test
    void takesWordsWithALinkFurtherOnForWords() {
        var head = Head.of("关于港口的新闻，见[这里](https://a.example)");

        assertThat(head.isLinked()).isFalse();
        assertThat(head.title()).isEqualTo("关于港口的新闻，见这里");
        assertThat(head.tail()).isEqualTo("关于港口的新闻，见[这里](https://a.example)");
    }
}
