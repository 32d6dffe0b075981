package app.tidings.bench.items;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.bench.search.Vocabulary;
import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.text.ReadableText;
import app.tidings.curation.page.text.ReadableText.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWriterTest {

    private final PageWriter writer = new PageWriter(Vocabulary.english(500, 1), Vocabulary.chinese(500, 1), 200);

    @Test
    void writesTheSamePageAgainAndAnotherForAnotherNumber() {
        assertThat(writer.write(2)).isEqualTo(writer.write(2)).isNotEqualTo(writer.write(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void writesArticlesThatAreFoundInTheirPages(int number) {
        var page = WebPage.of(writer.write(number), null);
        var metadata = Metadata.of(page);

        assertThat(metadata.author()).isEqualTo("Ada Byron");
        assertThat(ReadableText.of(page, metadata).quality()).isEqualTo(Quality.ARTICLE);
    }
}
