package app.tidings.curation.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.duplicate.SameArticle.Evidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameArticleTest {

    private static final String ADDRESS = "https://tide.example/posts/harbour-lights";
    private static final String ELSEWHERE = "https://quay.example/p/17";

    static Stream<String> pairs() throws IOException {
        try (var file = Objects.requireNonNull(SameArticleTest.class.getResourceAsStream("pairs.tsv"))) {
            return new String(file.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void judgesAsPeopleDo(String pair) {
        var columns = pair.split("\t", -1);
        var one = Reading.of(columns[1], columns[2]);
        var other = Reading.of(columns[3], columns[4]);

        assertThat(SameArticle.judge(one, other).isPresent()).isEqualTo(columns[0].equals("dup"));
        assertThat(SameArticle.judge(other, one)).isEqualTo(SameArticle.judge(one, other));
    }

    @Test
    void readsTitlesOfManyPartsInShortTime() {
        var title = "a|".repeat(240) + "1";
        var cpu = ManagementFactory.getThreadMXBean();
        var started = cpu.getCurrentThreadCpuTime();

        for (var i = 0; i < 10; i++) {
            SameArticle.judge(Reading.of("https://a.com/" + i, title), Reading.of("https://a.com/x", title));
        }

        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void knowsNothingOfWhatIsNoAddress() {
        assertThat(SameArticle.judge(
                        Reading.of("javascript:alert(1)", "Tide"), Reading.of("javascript:alert(1)", "Tide")))
                .isEmpty();
    }

    @Test
    void followsWhereAnAddressLeads() {
        var shortened = new Reading("https://tide.example/r/1", "Lights", null, ELSEWHERE + "?utm_source=x", null);

        assertThat(SameArticle.judge(shortened, Reading.of(ELSEWHERE, "Lights of the harbour")))
                .contains(Evidence.REDIRECT);
    }

    @Test
    void believesWhatAPageSaysOfItself() {
        var copy = new Reading(ADDRESS, "Lights", null, null, ELSEWHERE);

        assertThat(SameArticle.judge(copy, Reading.of(ELSEWHERE, "Lights of the harbour")))
                .contains(Evidence.CANONICAL);
    }

    @Test
    void doesNotBelieveAPageOfAnotherTextAboutItself() {
        var title = "Lights of the harbour";
        var claimed = new Reading(ELSEWHERE, title, text(0, 300), null, null);
        var sameTitle = new Reading(ADDRESS, title, text(400, 700), null, ELSEWHERE);
        var unread = new Reading(ADDRESS, "How to bake rye bread", null, null, ELSEWHERE);
        var onItsSite = new Reading(ELSEWHERE + "/bread", "How to bake rye bread", text(400, 700), null, ELSEWHERE);

        assertThat(SameArticle.judge(sameTitle, claimed)).isEmpty();
        assertThat(SameArticle.judge(unread, claimed)).isEmpty();
        assertThat(SameArticle.judge(onItsSite, claimed)).isEmpty();
    }

    @Test
    void believesAPageOfItsOwnSiteThatCouldNotBeRead() {
        var print = new Reading(ELSEWHERE + "/print", "Printed", null, null, ELSEWHERE);

        assertThat(SameArticle.judge(print, Reading.of(ELSEWHERE, "Lights of the harbour")))
                .contains(Evidence.CANONICAL);
    }

    @Test
    void passesOverAFirstPageAndAPageForEverybody() {
        var home = new Reading(ADDRESS, "Lights", null, "https://quay.example/login?next=1", "https://quay.example/");
        var other = new Reading(ELSEWHERE, "Quays", null, "https://quay.example/login?next=1", "https://quay.example/");

        assertThat(SameArticle.judge(home, other)).isEmpty();
    }

    @Test
    void doesNotBelieveAPageWhoseTitleNamesAnotherPart() {
        var second = new Reading(ADDRESS + "-2", "Lights, part 2", null, null, ADDRESS);

        assertThat(SameArticle.judge(second, Reading.of(ADDRESS, "Lights, part 1")))
                .isEmpty();
    }

    @Test
    void learnsNothingOfACommentFromThePageThatItStandsOn() {
        var issue = "https://github.com/tide/harbour/issues/1";
        var one = new Reading(issue + "#issuecomment-1", "Lights at night", text(0, 300), issue, issue);
        var other = new Reading("https://tide.example/r/1", "Harbours", text(0, 300), issue, issue);

        assertThat(SameArticle.judge(one, other)).isEmpty();
        assertThat(SameArticle.judge(one, new Reading(issue, "Lights at night", text(0, 300), issue, issue)))
                .isEmpty();
    }

    @Test
    void learnsNothingOfAProgramFromThePlaygroundThatShowsIt() {
        var program = new Reading("https://play.example/repl#code=a", "Lights", text(0, 300), null, null);

        assertThat(SameArticle.judge(program, new Reading(ELSEWHERE, "Playground", text(0, 300), null, null)))
                .isEmpty();
    }

    @Test
    void keepsForksApartThatStillHaveTheSameWords() {
        var one = new Reading("https://github.com/tide/harbour", "harbour: lights at night", text(0, 300), null, null);
        var fork = new Reading("https://github.com/quay/harbour", "harbour: lights at night", text(0, 300), null, null);

        assertThat(SameArticle.judge(one, fork)).isEmpty();
    }

    @Test
    void knowsATextAgain() {
        var one = new Reading(ADDRESS, "Lights of the harbour", text(0, 300), null, null);
        var other = new Reading(ELSEWHERE, "What shines at night", "Reposted. " + text(0, 300), null, null);

        assertThat(SameArticle.judge(one, other)).contains(Evidence.TEXT);
    }

    @Test
    void tellsTextsOfOneTitleApart() {
        var title = "What the lights of the harbour tell ships at night";
        var one = new Reading(ADDRESS, title, text(0, 300), null, null);
        var other = new Reading(ELSEWHERE, title, text(250, 600), null, null);

        assertThat(SameArticle.judge(one, other)).isEmpty();
    }

    @Test
    void takesABeginningForTheArticle() {
        var title = "What the lights of the harbour tell ships at night";
        var one = new Reading(ADDRESS, title, text(0, 100), null, null);
        var other = new Reading(ELSEWHERE, title, text(0, 900), null, null);

        assertThat(SameArticle.judge(one, other)).contains(Evidence.TITLE);
    }

    private static String text(int from, int to) {
        return IntStream.range(from, to).mapToObj(each -> "word" + each).collect(Collectors.joining(" "));
    }
}
