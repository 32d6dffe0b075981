package app.tidings.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class EditorScriptTest {

    private final EditorScript script = EditorScript.load();

    @Test
    void keepsTenPagesInFourSectionsAndDeclinesSome() {
        assertThat(script.entries()).hasSize(10);
        assertThat(script.entries().stream().map(EditorScript.Entry::section).distinct())
                .containsExactly("articles", "projects", "audio", "discussions");
        assertThat(script.declined()).isNotEmpty();
    }

    @Test
    void namesPagesThatAreInTheNewsroom() {
        var pages = Stream.concat(
                        script.entries().stream().map(EditorScript.Entry::page),
                        script.declined().stream().map(EditorScript.Declined::page))
                .toList();

        assertThat(pages).doesNotHaveDuplicates().allSatisfy(EditorScriptTest::assertIsInNewsroom);
    }

    @Test
    void remembersAnIssueWhosePagesAreShownAgainAndKnowsWhatIsOnTwoSites() throws Exception {
        assertThat(script.twins()).isNotEmpty().allSatisfy(twins -> {
            assertIsInNewsroom(twins.page());
            assertIsInNewsroom(twins.of());
        });
        assertThat(script.past()).isNotEmpty().allSatisfy(file -> {
            var markdown = new ClassPathResource("demo/past/" + file).getContentAsString(UTF_8);
            assertThat(Pattern.compile("<\\{newsroom}(.+?)>").matcher(markdown).results())
                    .isNotEmpty()
                    .allSatisfy(link -> assertIsInNewsroom(link.group(1)));
        });
    }

    private static void assertIsInNewsroom(String page) {
        var path = page.split("/", 2);
        var file = "newsroom/pages/%s/%s.md".formatted(path[0], path[1].replace("/", "--"));
        assertThat(new ClassPathResource(file).exists()).as(file).isTrue();
    }

    @Test
    void writesATitleAndACommentInBothLanguages() {
        assertThat(script.entries())
                .allSatisfy(entry -> assertThat(entry.texts().values()).allSatisfy(text -> {
                    assertThat(text.title()).isNotBlank();
                    assertThat(text.comment()).isNotBlank();
                }));
        assertThat(script.blocks()).allSatisfy(block -> assertThat(block.text()).containsOnlyKeys("zh", "en"));
    }

    @Test
    void readsDistinctSources() {
        assertThat(script.sources().stream().map(EditorScript.Source::feed)).doesNotHaveDuplicates();
        assertThat(new HashSet<>(script.sources())).hasSize(13);
    }
}
