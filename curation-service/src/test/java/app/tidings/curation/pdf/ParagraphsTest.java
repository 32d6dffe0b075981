package app.tidings.curation.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.PageLines.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {

    private static Line line(String text) {
        return new Line(text, 11, false);
    }

    private static Line last(String text) {
        return new Line(text, 11, true);
    }

    @Test
    void joinsLinesAndWordsThatWereDivided() {
        var page = List.of(line("The measure-"), line("ments of a well-"), last("Known quay."), last("Another one."));

        assertThat(Paragraphs.of(List.of(page))).isEqualTo("The measurements of a well- Known quay.\nAnother one.");
    }

    @Test
    void joinsChineseWithoutSpacesAndEnglishInItWithThem() {
        var page = List.of(line("潮水每天来两次，"), line("月亮牵着它走，见"), line("Ada Quay"), last("的书。"));

        assertThat(Paragraphs.of(List.of(page))).isEqualTo("潮水每天来两次，月亮牵着它走，见 Ada Quay 的书。");
    }

    @Test
    void goesOnOverTheEndOfAPage() {
        assertThat(Paragraphs.of(List.of(List.of(line("A queue that")), List.of(last("is slow."), last("New.")))))
                .isEqualTo("A queue that is slow.\nNew.");
    }

    @Test
    void keepsAHeadingApart() {
        var page = List.of(new Line("On queues", 18, false), last("They are slow."));

        assertThat(Paragraphs.of(List.of(page))).isEqualTo("On queues\nThey are slow.");
    }

    @Test
    void leavesOutWhatStandsOnThreePagesAndNotWhatStandsOnTwo() {
        var text = Paragraphs.of(List.of(
                List.of(last("Annual report 1"), last("Twice."), last("One."), last("p. 1")),
                List.of(last("Annual report 2"), last("Twice."), last("Two."), last("p. 2")),
                List.of(last("Annual report 3"), last("Once."), last("Three."), last("p. 3"))));

        assertThat(text.lines()).containsExactly("Twice.", "One.", "Twice.", "Two.", "Once.", "Three.");
    }
}
