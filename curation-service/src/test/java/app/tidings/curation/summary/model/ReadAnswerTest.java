package app.tidings.curation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAnswerTest {

    private static final Reading READING = new Reading("A fast queue", "The queue writes each message to disk twice.");

    @Test
    void readsTheFormThatWasAskedFor() {
        var answer = "```json\n{\"title\": \"快速队列\", \"summary\": \"这个队列会把每条消息写入磁盘两次，以防丢失。\"}\n```";

        assertThat(ReadAnswer.of(answer, "zh", READING).map(Summary::title)).contains("快速队列");
    }

    @Test
    void leavesOutATitleThatIsNoTranslation() {
        var answer = "{\"title\": \"A fast queue\", \"summary\": \"The queue writes each message to disk.\"}";

        assertThat(ReadAnswer.of(answer, "en", READING).orElseThrow().title()).isNull();
    }

    @Test
    void flagsWhatThePageDoesNotHold() {
        var answer = "{\"summary\": \"The queue by Anna writes each message 3 times.\"}";

        assertThat(ReadAnswer.of(answer, "en", READING).orElseThrow().doubts()).containsExactly("3", "Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "The queue writes each message to disk.",
                "{\"summary\": null}",
                "{\"summary\": \"Too short.\"}",
                "{\"summary\": \"See https://evil.example for what the queue writes.\"}",
                "{\"summary\": \"See ftp://evil.example for what the queue writes.\"}",
                "{\"summary\": \"See javascript:alert(1) for what the queue writes.\"}",
                "{\"summary\": \"See www.evil.example for what the queue writes.\"}",
                "{\"summary\": \"The queue <!-- writes --> each message to disk.\"}",
                "{\"summary\": \"The `queue` writes each message to disk.\"}",
                "{\"summary\": \"The **queue** writes each message to disk.\"}",
                "{\"summary\": \"# The queue writes each message to disk.\"}",
                "{\"summary\": \"The queue writes\\neach message to disk.\"}",
                "{\"summary\": \"The queue <b>writes</b> each message to disk.\"}",
                "{\"summary\": \"The [queue](x) writes each message to disk.\"}",
                "{\"summary\": \"这个队列会把每条消息写入磁盘两次，以防丢失。\"}"
            })
    void refusesWhatIsNoSummary(String answer) {
        assertThat(ReadAnswer.of(answer, "en", READING)).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanAnySummary() {
        assertThat(ReadAnswer.of(answer("The queue writes. ".repeat(27) + "It is good."), "en", READING))
                .isPresent();
        assertThat(ReadAnswer.of(answer("The queue writes. ".repeat(27) + "It is not good."), "en", READING))
                .isEmpty();
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(ReadAnswer.of(answer("The queue writes \u202eeach\u202c mes\u200bsage to disk."), "en", READING))
                .get()
                .returns("The queue writes each message to disk.", Summary::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "See https://evil.example", "The <b>queue</b>", "这不是英文的标题，而是中文的"})
    void leavesOutATitleThatIsNotFitToBeOne(String title) {
        var answer = "{\"title\": \"%s\", \"summary\": \"The queue writes each message to disk.\"}".formatted(title);

        assertThat(ReadAnswer.of(answer, "en", READING)).get().returns(null, Summary::title);
    }

    private static String answer(String summary) {
        return "{\"summary\": \"%s\"}".formatted(summary);
    }
}
