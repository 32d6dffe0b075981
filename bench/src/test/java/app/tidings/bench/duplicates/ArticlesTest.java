package app.tidings.bench.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.bench.search.Vocabulary;
import app.tidings.curation.duplicate.SameArticle;
import app.tidings.curation.duplicate.Traces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlesTest {

    private final Articles articles = new Articles(Vocabulary.english(20_000, 1), Vocabulary.chinese(20_000, 1), 300);

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void copiesAreTheSameArticleElsewhere(int number) {
        var article = articles.article(number);
        var copy = articles.copy(number);

        assertThat(copy.itemId()).isNotEqualTo(article.itemId()).isNotEqualTo(articles.itemId(number));
        assertThat(article.itemId()).isEqualTo(articles.itemId(number));
        assertThat(SameArticle.judge(copy.reading(), article.reading())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void othersLeaveNoneOfItsTraces(int number) {
        assertThat(Traces.of(articles.article(number).reading()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        Traces.of(articles.article(number + 2).reading()));
    }
}
