package app.tidings.curation.summary;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedSentencesTest {

    private static final String ENGLISH = """
            It was a rainy morning in the harbour town.
            A queue keeps messages until a worker has time for them.
            Our queue lost messages whenever a worker was killed in the middle of a message.
            We had lunch at the usual place afterwards.
            The new queue writes each message to disk before the worker may confirm it.
            Somebody had left an umbrella in the office.
            """;

    private static final String CHINESE = """
            那天早上港口下着小雨，大家都来得很晚。
            消息队列负责保存消息，直到消费者有时间处理它们。
            我们的消息队列在消费者崩溃的时候会丢失消息。
            午饭还是在老地方吃的，没有什么新鲜事。
            新的消息队列先把消息写入磁盘，再让消费者确认消息。
            有人把雨伞忘在了办公室的角落里。
            """;

    private static String summary(String title, String text) {
        return RankedSentences.usual()
                .summary(new Reading(title, text))
                .map(Summary::text)
                .orElse("");
    }

    @Test
    void takesTheSentencesThatSayMostInTheirOrder() {
        assertThat(summary("A queue that loses no messages", ENGLISH))
                .isEqualTo("A queue keeps messages until a worker has time for them."
                        + " Our queue lost messages whenever a worker was killed in the middle of a message."
                        + " The new queue writes each message to disk before the worker may confirm it.");
    }

    @Test
    void readsChinese() {
        assertThat(summary("不丢消息的消息队列", CHINESE))
                .isEqualTo("消息队列负责保存消息，直到消费者有时间处理它们。我们的消息队列在消费者崩溃的时候会丢失消息。新的消息队列先把消息写入磁盘，再让消费者确认消息。");
    }

    @Test
    void keepsWithinItsWidth() {
        var cut = new RankedSentences(3, 90)
                .summary(new Reading("A queue", ENGLISH))
                .map(Summary::text)
                .orElseThrow();

        assertThat(LeadingSentences.widthOf(cut)).isLessThanOrEqualTo(90);
        assertThat(cut).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We use cookies on this queue to keep messages of the worker.",
                "Click here to read how the queue keeps messages for each worker.",
                "Subscribe to the newsletter about queue messages and worker news.",
                "Get our newsletter about queue messages and worker news.",
                "Photo: the queue of messages in front of the worker office.",
                "and the queue keeps all messages of every worker on disk.",
                "See https://queue.example/messages for the queue and its worker.",
                "The queue calls worker.confirm() { messages } for messages.",
                "点击阅读原文查看消息队列的消费者如何确认消息。",
                "在手机上下载app以后消息队列的消费者确认消息。",
                "图为消息队列的消费者在办公室确认消息。",
                "他说“消息队列的消费者已经确认消息。",
                "作者：消息队列的消费者，编辑：确认消息的人。"
            })
    void neverPrintsWhatIsNoSentenceAboutTheSubject(String foreign) {
        assertThat(summary("queue messages worker 消息队列", foreign + "\n" + ENGLISH + CHINESE))
                .doesNotContain(foreign);
    }

    @Test
    void printsWhatIsSaidAboutNewsletters() {
        var text = "I run a small newsletter, and a tenth of what it links dies within a year.";

        assertThat(summary("Link rot", text)).isEqualTo(text);
    }

    @Test
    void doesNotBeginWithASentenceThatGoesOnFromOneThatIsLeftOut() {
        var text = ENGLISH.replace("A queue keeps", "However, the queue keeps");

        assertThat(summary("A queue", text)).doesNotStartWith("However");
    }

    @Test
    void leavesOutBulletsAndDatelines() {
        assertThat(summary("", "1. The first rule is to keep messages."))
                .isEqualTo("The first rule is to keep messages.");
        assertThat(summary("", "新华社巴黎12月9日电（记者甲乙）法国再次爆发全国跨行业的罢工。")).isEqualTo("法国再次爆发全国跨行业的罢工。");
        assertThat(summary("", "PARIS (Newswire) - Workers went on strike again."))
                .isEqualTo("Workers went on strike again.");
    }

    @Test
    void saysNothingWhereNothingStands() {
        assertThat(summary("A title", "Home\nAbout\nRead more")).isEmpty();
    }

    @Test
    void doesNotSayTheSameTwice() {
        var twice = "The new queue writes each message to disk before the worker may confirm it.\n";

        assertThat(summary("A queue", ENGLISH + twice + twice).split("The new queue writes", -1))
                .hasSizeLessThan(3);
    }

    @Test
    @Timeout(5)
    void takesNoLongerForATextOfManyThousandSentences() {
        var endless = IntStream.range(0, 20_000)
                .mapToObj(each -> "Sentence number %d tells of word%d and of word%d.".formatted(each, each, each % 97))
                .collect(Collectors.joining("\n"));

        assertThat(summary("Words", endless)).isNotEmpty();
    }
}
