package app.tidings.curation.proposal;

import static app.tidings.curation.TestLinks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.proposal.Proposal.ForSection;
import app.tidings.curation.proposal.Proposal.Reason;
import app.tidings.curation.proposal.Taste.Fate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasteTest {

    private final Taste taste = new Taste(Map.of("articles", "article", "projects", "project"));

    private void learnSections(int each) {
        IntStream.range(0, each).forEach(i -> {
            taste.learnSection(
                    "articles", List.of("How asyncio works " + i), URI.create("https://blog.example/2026/post-" + i));
            taste.learnSection(
                    "projects", List.of("queue" + i + ": fast queues"), URI.create("https://github.com/ada/q" + i));
        });
    }

    private void learnFates(Fate fate, int count, String word, String source) {
        IntStream.range(0, count)
                .forEach(i -> taste.learnFate(
                        fate, word + " " + i, URI.create("https://" + word + ".example/" + i), List.of(source)));
    }

    private static Candidate candidate(String title, String url) {
        return candidate(title, url, NOW, Map.of());
    }

    private static Candidate candidate(String title, String url, Instant at, Map<String, String> sources) {
        return new Candidate(title, URI.create(url), null, List.of(), sources, at, 0, true, Map.of());
    }

    private List<Reason> reasons(Candidate candidate) {
        var proposal = taste.propose(candidate, NOW);
        assertThat(proposal.score())
                .isEqualTo(proposal.reasons().stream().mapToInt(Reason::points).sum());
        return proposal.reasons();
    }

    @Test
    void proposesTheSectionInWhichSuchThingsRanAndSaysWhy() {
        learnSections(10);

        assertThat(taste.section("tide: a clock", URI.create("https://github.com/eve/tide"), null))
                .hasValueSatisfying(section -> {
                    assertThat(section.id()).isEqualTo("projects");
                    assertThat(section.share()).isGreaterThan(0.9);
                    assertThat(section.because()).contains("github.com", "a name before a colon");
                });
        assertThat(taste.section("asyncio explained", URI.create("https://other.example/2026/x"), null)
                        .map(ForSection::id))
                .contains("articles");
    }

    @Test
    void goesByTheKindWhileLittleIsKnown() {
        learnSections(4);

        assertThat(section("project")).isEqualTo(new ForSection("projects", 1, List.of("its kind: project")));
        assertThat(section(null)).isNull();
    }

    private @Nullable ForSection section(@Nullable String kind) {
        return taste.section("Anything", URI.create("https://a.example/"), kind).orElse(null);
    }

    @Test
    void favoursTheSectionOfItsKind() {
        learnSections(10);

        assertThat(section("project")).returns("projects", ForSection::id);
        assertThat(section("article")).returns("articles", ForSection::id);
    }

    @Test
    void takesNoRareClassForWhatIsRareItself() {
        learnSections(20);
        taste.learnSection("articles", List.of("Tides ebbs quays ropes sails masts"), null);
        taste.learnSection("audio", List.of("Lighthouse"), null);

        assertThat(taste.section("Tides ebbs quays ropes sails masts", null, null)
                        .map(ForSection::id))
                .contains("articles");
    }

    @Test
    void takesNoRareClassForAWordThatRanOnceInIt() {
        learnSections(20);
        List.of("Lantern", "Lighthouse", "Beacon").forEach(title -> taste.learnSection("audio", List.of(title), null));

        assertThat(taste.section("Lantern", null, null).map(ForSection::id))
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo("audio"));
    }

    @Test
    void learnsNothingOfTheCommonestWords() {
        learnSections(10);
        IntStream.range(0, 5).forEach(i -> taste.learnSection("audio", List.of("With sailors " + i), null));

        assertThat(taste.section("With care", null, null))
                .hasValueSatisfying(section -> assertThat(section.because()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"3, 10", "4, 5", "14, 5", "15, 0", "60, 0", "61, -10"})
    void countsHowFreshItIs(int days, int points) {
        var found = reasons(candidate("A", "https://a.example/", NOW.minus(Duration.ofDays(days)), Map.of()));

        assertThat(found.stream().filter(each -> each.reason().startsWith("published")))
                .isEqualTo(
                        points == 0 ? List.of() : List.of(new Reason("published %d days ago".formatted(days), points)));
    }

    @Test
    void countsHowMuchOfASourceWasTaken() {
        learnFates(Fate.TAKEN, 4, "good", "s1");
        learnFates(Fate.LEFT, 1, "left", "s1");
        learnFates(Fate.LEFT, 5, "bad", "s2");

        assertThat(reasons(candidate("A", "https://a.example/", NOW, Map.of("s1", "Good Feed"))))
                .contains(new Reason("4 of 5 links of Good Feed were taken, of all 40 %", 20));
        assertThat(reasons(candidate("A", "https://a.example/", NOW, Map.of("s2", "Bad Feed"))))
                .contains(new Reason("0 of 5 links of Bad Feed were taken, of all 40 %", -15));
    }

    @Test
    void judgesNoSourceByFewLinks() {
        learnFates(Fate.TAKEN, 4, "good", "s1");
        learnFates(Fate.LEFT, 5, "bad", "s2");

        assertThat(reasons(candidate("A", "https://a.example/", NOW, Map.of("s1", "Good Feed"))))
                .noneMatch(each -> each.reason().contains("Good Feed"));
    }

    @Test
    void countsWhatItIsLike() {
        learnFates(Fate.TAKEN, 10, "asyncio", "s1");
        learnFates(Fate.DECLINED, 9, "blockchain", "s1");
        assertThat(reasons(candidate("blockchain", "https://a.example/")))
                .noneMatch(each -> each.reason().startsWith("like"));

        learnFates(Fate.DECLINED, 1, "blockchain", "s1");

        assertThat(reasons(candidate("blockchain news", "https://a.example/"))).anySatisfy(reason -> {
            assertThat(reason.reason()).startsWith("like what was declined: ").contains("blockchain");
            assertThat(reason.points()).isNegative();
        });
        assertThat(reasons(candidate("asyncio news", "https://a.example/"))).anySatisfy(reason -> {
            assertThat(reason.reason()).startsWith("like what was taken: ").contains("asyncio");
            assertThat(reason.points()).isPositive();
        });
    }

    @Test
    void countsStarsAndSourcesAndWhatRanAndWhatCannotBeRead() {
        var candidate = new Candidate(
                "A",
                URI.create("https://a.example/"),
                null,
                List.of(),
                Map.of("s1", "One", "s2", "Two"),
                NOW,
                1_000,
                false,
                Map.of("ran in #38, item 4", true));

        assertThat(reasons(candidate))
                .containsExactly(
                        new Reason("to begin with", 50),
                        new Reason("published today", 10),
                        new Reason("1,000 stars", 5),
                        new Reason("shown by 2 sources", 5),
                        new Reason("ran in #38, item 4", -30),
                        new Reason("its page could not be read", -10));
    }

    @Test
    void proposesTopicsAndWordsThatRanOftenAsTags() {
        IntStream.range(0, 40)
                .forEach(i -> taste.learnSection(
                        "articles",
                        List.of("Python and " + (i < 3 ? "asyncio" : i < 5 ? "trio" : "word" + i)),
                        URI.create("https://blog.example/" + i)));
        var candidate = new Candidate(
                "Python and asyncio, trio and word7",
                URI.create("https://github.com/ada/queue"),
                null,
                List.of("queues"),
                Map.of(),
                NOW,
                0,
                true,
                Map.of());

        assertThat(taste.propose(candidate, NOW).tags()).containsExactly("queues", "asyncio");
    }
}
