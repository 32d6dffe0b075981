package app.tidings.curation.page.metadata.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorNamesTest {

    @Test
    void copesWithWordsForAuthorWithoutEnd() {
        assertThat(AuthorNames.of("by ".repeat(60_000))).isNull();
        assertThat(AuthorNames.of("Lin Zhou, " + "作者：".repeat(60_000))).isEqualTo("Lin Zhou");
    }

    @Test
    void readsNoMoreThanNamesCouldBe() {
        assertThat(AuthorNames.of("Lin Zhou, " + "x".repeat(5_000) + ", Ada Quay"))
                .isEqualTo("Lin Zhou");
    }

    @Test
    void takesAwaySeveralWordsForAuthor() {
        assertThat(AuthorNames.of("作者：By Lin Zhou")).isEqualTo("Lin Zhou");
    }
}
