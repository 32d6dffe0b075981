package app.tidings.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAuthorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            林潮                              | 林潮       | -
            ana@notes.example (Ana Ebb)      | Ana Ebb   | ana@notes.example
            Ana Ebb (ana@notes.example)      | Ana Ebb   | ana@notes.example
            Ana Ebb <ana@notes.example>      | Ana Ebb   | ana@notes.example
            Ana Ebb (mailto:ana@notes.example) | Ana Ebb | ana@notes.example
            ana@notes.example                | -         | ana@notes.example
            @ana on the net                  | @ana on the net | -
            """)
    void tellsNameAndMailApart(String written, @Nullable String name, @Nullable String mail) {
        assertThat(FeedAuthor.of(written)).isEqualTo(new FeedAuthor(name, mail, written));
    }

    @Test
    void writesNameAndMailOfElementsTogether() {
        assertThat(FeedAuthor.of("Ana", "a@b.example"))
                .isEqualTo(new FeedAuthor("Ana", "a@b.example", "Ana (a@b.example)"));
        assertThat(FeedAuthor.of(" ", "a@b.example")).isEqualTo(new FeedAuthor(null, "a@b.example", "a@b.example"));
        assertThat(FeedAuthor.of("Ana", "")).isEqualTo(new FeedAuthor("Ana", null, "Ana"));
        assertThat(FeedAuthor.of(" ")).isNull();
        assertThat(FeedAuthor.of("", "")).isNull();
    }
}
