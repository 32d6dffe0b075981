package app.tidings.curation.archive.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void leavesWhatFollowsToTheText() {
        var head = Head.of("[甲](https://a.example)：一句话，见[乙](https://b.example)");

        assertThat(head.url()).isEqualTo("https://a.example");
        assertThat(head.tail()).isEqualTo("：一句话，见[乙](https://b.example)");
    }

    @Test
    void takesWordsWithALinkFurtherOnForWords() {
        assertThat(Head.of("关于港口的新闻，见[这里](https://a.example)").isLinked()).isFalse();
    }
}
