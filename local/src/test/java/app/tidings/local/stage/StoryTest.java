package app.tidings.local.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class StoryTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Story story(boolean live) {
        return new Story(new PrintStream(bytes, true, UTF_8), live);
    }

    private String told() {
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void numbersItsChapters() {
        var story = story(false);
        story.chapter("Sources");
        story.say("One.");
        story.chapter("Inbox");

        assertThat(told()).isEqualTo("\n1  Sources\n   One.\n\n2  Inbox\n");
    }

    @Test
    void keepsEveryLineWithinTheWidth() {
        var story = story(false);
        story.say("长句子".repeat(60));
        story.item("✓", "a long sentence ".repeat(20));
        story.row("✗", "灯塔笔记灯塔笔记灯塔笔记", 20, "the reason is long too ".repeat(10));

        assertThat(told().lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Story.WIDTH));
    }

    @Test
    void goesOnBelowTheTextAndNotBelowTheName() {
        var story = story(false);
        story.row("✗", "Far Shore", 12, "word ".repeat(30));

        var lines = told().lines().toList();
        assertThat(lines.get(0)).startsWith("   ✗ Far Shore     word");
        assertThat(lines.get(1)).startsWith("                   word");
    }

    @Test
    void showsNoProgressWhereLinesCannotBeWrittenOver() {
        story(false).progress("sources looked at: 3 of 13");

        assertThat(told()).isEmpty();
    }

    @Test
    void takesProgressBackBeforeItGoesOn() {
        var story = story(true);
        story.progress("pages looked up: 3 of 36");
        story.progress("done");
        story.say("36 items.");

        assertThat(told()).doesNotContain("\n   |").endsWith("\r   36 items.\n");
        assertThat(told().split("\r", -1))
                .allSatisfy(each -> assertThat(Columns.width(each)).isLessThan(Story.WIDTH));
    }
}
