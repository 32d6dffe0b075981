package app.tidings.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
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

        assertThat(pages).doesNotHaveDuplicates().allSatisfy(page -> {
            var path = page.split("/", 2);
            var file = "newsroom/pages/%s/%s.md".formatted(path[0], path[1].replace("/", "--"));
            assertThat(new ClassPathResource(file).exists()).as(file).isTrue();
        });
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
