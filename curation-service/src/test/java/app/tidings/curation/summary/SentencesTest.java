package app.tidings.curation.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    /** Each row is a paragraph cut where its sentences end. */
    @ParameterizedTest
    @MethodSource
    void endsAfterEachSentence(List<String> sentences) {
        assertThat(Sentences.of(String.join(" ", sentences))).isEqualTo(sentences);
    }

    static Stream<List<String>> endsAfterEachSentence() {
        return Stream.of(
                List.of("One.", "Two!", "Three?"),
                List.of("It is 3.14 times faster.", "Really."),
                List.of("Python 3.14 is out.", "We tried it."),
                List.of("We moved to Python 3.", "It took a year."),
                List.of("Use a linter, e.g. Ruff, in CI.", "It helps."),
                List.of("Several tools (i.e. Poetry and uv) do it.", "Pick one."),
                List.of("Dr. Lin and Mr. Ito wrote it.", "It is short."),
                List.of("J. K. Doe maintains it.", "She is alone."),
                List.of("See Fig. 2 for details.", "The rest is simple."),
                List.of("It ships on Jan. 5 at noon.", "Wait for it."),
                List.of("The answer is no.", "Nobody knew."),
                List.of("It runs on lists, sets, etc.", "The rest follows."),
                List.of("Acme Inc. Germany built it.", "It works."),
                List.of("It was built by Acme Inc.", "The code is open."),
                List.of("Node.js and asyncio.run() are fine.", "So is .env.", "Done."),
                List.of("\"It works!\" he said.", "Nobody believed it."),
                List.of("“It works!” she said.", "They cheered."),
                List.of("(This is an aside. It has two sentences.)", "And this is not."),
                List.of("He called it \"the end.\"", "It was not."),
                List.of("What?!", "Yes."),
                List.of("Well... maybe not.", "It depends."),
                List.of("1. Install it.", "Then run it."),
                List.of("It's Guido's idea.", "Don't ask."),
                List.of("Read the README.md first.", "Then ask."),
                List.of("It costs $5.", "Cheap!"),
                List.of("She lives in the U.S. Army base.", "It is large."),
                List.of("He left at 5 p.m. on Monday.", "He came back."),
                List.of("The rapper Sean Combs, a.k.a. Diddy, was sued.", "He denies it."),
                List.of("The N.Y. Times wrote about it.", "So did we."),
                List.of("The U.S.A. Today poll was wrong.", "It often is."),
                List.of("It is fast w.r.t. Python code.", "It is small."),
                List.of("Lt. Smith and Col. Jones wrote it.", "Capt. Lee read it."),
                List.of("It was made at Univ. Paris by Sgt. Roe.", "Nobody knew."),
                List.of("Yahoo! Japan said so.", "It was late."),
                List.of("The team at Yahoo! Japan said so.", "It was late."),
                List.of("He moved to the U.S.A.", "The rest stayed."),
                List.of("Stop!", "It is late."),
                List.of("We did it!", "Python is fast."),
                List.of("Is it Python?", "It is."));
    }

    @ParameterizedTest
    @MethodSource
    void endsChineseSentences(List<String> sentences) {
        assertThat(Sentences.of(String.join("", sentences))).isEqualTo(sentences);
    }

    static Stream<List<String>> endsChineseSentences() {
        return Stream.of(
                List.of("今天发布了新版本。", "速度更快了！", "你会升级吗？"),
                List.of("作者说：“它很快。”", "我们试了试。"),
                List.of("“它很快，也很小。”他说。", "我们试了试。"),
                List.of("“今天发布了。大家可以升级。”维护者表示。", "升级很简单。"),
                List.of("「先写测试。」", "这是他的建议。"),
                List.of("它（见图 2。）并不复杂。", "读者可以跳过。"),
                List.of("支持 Python 3.14 和 asyncio.run()。", "安装用 pip。"),
                List.of("速度提升 1.5 倍。", "内存下降 30%。"),
                List.of("真的吗？！", "真的。"),
                List.of("他想了想……然后走了。", "没有回头。"),
                List.of("书名是《为什么？》。", "值得一读。"),
                List.of("项目叫 uv.", "它用 Rust 写成。"),
                List.of("作者写道：“别用 eval。”并给出了三个理由。", "我们同意。"),
                List.of("他说：“先写测试。”然后就走了。", "没有人反对。"),
                List.of("有人问：“为什么？”却没有人回答。", "会议结束了。"),
                List.of("作者说：“它很快。”就这样。"),
                List.of("为什么这么快?", "因为用了缓存!", "就这样。"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "A heading without an end",
                "一个没有句号的标题",
                "The text breaks off…",
                "The text breaks off...",
                "正文在这里断开……",
                "Read more"
            })
    void findsNoSentenceInWhatHasNoEnd(String fragment) {
        assertThat(Sentences.of(fragment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It works. And then it", "它能用。然后", "“It works.” And then"})
    void leavesOutWhatBreaksOff(String text) {
        assertThat(Sentences.of(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"“It never closes. It goes on.", "(It never closes. It goes on.", "“从不关闭。继续说。"})
    void takesAnOpeningSignThatIsNeverClosedForNothing(String text) {
        assertThat(Sentences.of(text)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "。", "...", "!!!", "\".\"", "(", "“”", "1.", "a.", "。。。", "\ud83d\ude00.", "\ud83d."})
    void copesWithSignsAlone(String text) {
        assertThat(Sentences.of(text)).hasSizeLessThan(2);
    }
}
