package app.tidings.curation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.memory.Trail.Named;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailTest {

    /** Whether one is known again by the other; null where it is not. */
    private static @Nullable Boolean known(Trail again, Trail before) {
        return again.marks().entrySet().stream()
                .filter(mark -> before.marks().containsKey(mark.getKey()))
                .map(mark -> mark.getValue())
                .reduce(Boolean::logicalOr)
                .orElse(null);
    }

    private static Trail trail(String... addresses) {
        return trail(null, addresses);
    }

    private static Trail trail(@Nullable Named repository, String... addresses) {
        return Trail.of("tidings-weekly", Stream.of(addresses).map(URI::create).toList(), List.of(), repository);
    }

    private static Named github(String owner, String name, @Nullable String copyOf) {
        return new Named(new RepositoryName("github.com", owner, name), copyOf);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://a.example/page,            http://www.a.example/page/?utm_source=x, true
            https://github.com/Ada/Queue,      https://github.com/ada/queue.git,        true
            https://gitee.com/Ada/Queue,       https://gitee.com/ada/queue,             true
            https://gitee.com/ada/queue,       https://github.com/ada/queue,            false
            https://codeberg.org/ada/queue,    https://gitlab.com/ada/queue,            false
            https://github.com/ada/queue,      https://github.com/eve/queue,            false
            https://gitee.com/mirrors/queue,   https://github.com/ada/queue,            false
            https://github.com/ada/docs,       https://github.com/eve/docs,
            https://github.com/ada/uv,         https://github.com/eve/uv,
            https://github.com/ada/queue/wiki, https://github.com/ada/queue,
            https://a.example/ada/queue,       https://github.com/ada/queue,
            """)
    void knowsAnAddressAgain(String again, String before, @Nullable Boolean sure) {
        assertThat(known(trail(again), trail(before))).isEqualTo(sure);
    }

    @Test
    void doesNotTakeACommentForThePageThatItStandsOn() {
        var issue = "https://github.com/ada/queue/issues/1";

        assertThat(known(trail(issue + "#issuecomment-1", issue), trail(issue + "#issuecomment-2", issue)))
                .isNull();
        assertThat(known(trail(issue + "#issuecomment-1", issue), trail(issue))).isNull();
        var claiming = Trail.of(
                "tidings-weekly",
                List.of(URI.create(issue + "#issuecomment-1")),
                List.of(URI.create("https://a.example/page")),
                null);
        assertThat(known(claiming, trail("https://a.example/page"))).isNull();
    }

    @Test
    void knowsTheLinkByWhereItLeadsAndWhatThePageCallsItself() {
        assertThat(known(trail("https://sho.rt/1", "https://a.example/page"), trail("https://a.example/page")))
                .isTrue();
        assertThat(known(trail("https://a.example/page"), trail("https://sho.rt/1", "https://a.example/page")))
                .isTrue();
    }

    @Test
    void isNotSureOfWhatAPageCallsItselfElsewhere() {
        var page = trail("https://a.example/page");
        var copy = Trail.of(
                "tidings-weekly",
                List.of(URI.create("https://b.example/copy")),
                List.of(URI.create("https://a.example/page"), URI.create("https://c.example/")),
                null);

        assertThat(known(copy, page)).isFalse();
        assertThat(known(page, copy)).isFalse();
        assertThat(known(copy, trail("https://c.example/"))).isNull();
    }

    @Test
    void takesNoFirstPageForThePage() {
        assertThat(known(trail("https://a.example/one", "https://a.example/"), trail("https://a.example/")))
                .isNull();
        assertThat(known(trail("https://a.example/"), trail("https://a.example")))
                .isTrue();
    }

    @Test
    void knowsARepositoryByTheNameThatItHasNow() {
        var renamed = trail(github("ada", "fast-queue", null), "https://github.com/ada/queue");

        assertThat(known(renamed, trail("https://github.com/ada/fast-queue"))).isTrue();
        assertThat(known(renamed, trail("https://github.com/ada/queue"))).isTrue();
        assertThat(known(trail("https://github.com/ada/fast-queue"), renamed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ada/tide", "https://github.com/Ada/tide"})
    void isNotSureOfACopyOfWhatRan(String original) {
        var copy = trail(github("eve", "ebb", original), "https://github.com/eve/ebb");

        assertThat(known(copy, trail("https://github.com/ada/tide"))).isFalse();
        assertThat(known(trail("https://github.com/ada/tide"), copy)).isFalse();
    }

    @Test
    void isNotSureOfAPageInsideARepository() {
        var release = trail(github("ada", "queue", null), "https://github.com/ada/queue/releases/tag/v2");

        assertThat(known(release, trail("https://github.com/ada/queue"))).isFalse();
        assertThat(known(trail("https://github.com/ada/queue"), release)).isFalse();
    }

    @Test
    void knowsNothingOfAnotherPublication() {
        var other = Trail.of("other", URI.create("https://a.example/page"));

        assertThat(known(trail("https://a.example/page"), other)).isNull();
    }
}
