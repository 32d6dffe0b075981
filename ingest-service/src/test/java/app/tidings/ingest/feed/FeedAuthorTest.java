package app.tidings.ingest.feed;

import static app.tidings.ingest.feed.TestFeeds.atom;
import static app.tidings.ingest.feed.TestFeeds.feed;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(FeedAuthor.of(written)).isEqualTo(new FeedAuthor(name, mail, written, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            <span lang="">Mia</span>                     | Mia        | -
            <a href="https://x.example/">Ana</a>, <b>Bo</b> | Ana, Bo | -
            Ren&eacute; &amp; Co                         | René & Co  | -
            Ana &lt;ana@notes.example&gt;                | Ana        | ana@notes.example
            Ana <a@notes.example>                        | Ana        | a@notes.example
            AT&T                                         | AT&T       | -
            """)
    void readsNamesWithoutTheMarkupThatIsWritten(String written, String name, @Nullable String mail) {
        assertThat(FeedAuthor.of(written)).isEqualTo(new FeedAuthor(name, mail, written, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <span>Mia</span>                  | Mia
            ana@notes.example (Ren&eacute;)   | ana@notes.example (René)
            """)
    void isPlainForRulesAndPeople(String written, String plain) {
        assertThat(requireNonNull(FeedAuthor.of(written)).plain()).isEqualTo(plain);
    }

    @Test
    void handsTheAuthorOfAnAtomFeedDownToEntriesThatNameNobody() {
        var bo = "<source><title>Bo's</title><id>x</id><author><name>Bo</name></author></source>";
        var feed = feed(atom(
                "<entry><id>1</id></entry>",
                "<entry><id>2</id><author><name>Cy</name></author>%s</entry>".formatted(bo),
                "<entry><id>3</id>%s</entry>".formatted(bo),
                "<author><name>Ana</name></author><author><name>Dee</name></author>",
                "<entry><source><id>y</id></source><id>4</id></entry>"));

        assertThat(feed.entries())
                .extracting(
                        FeedEntry::id,
                        entry -> requireNonNull(entry.author()).name(),
                        entry -> requireNonNull(entry.author()).handedDown())
                .containsExactly(
                        tuple("1", "Ana", true),
                        tuple("2", "Cy", false),
                        tuple("3", "Bo", true),
                        tuple("4", "Ana", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"author\": {\"name\": \"Ana\"}",
                "\"authors\": [{\"url\": \"https://x.example\"}, {\"name\": \"Ana\"}, {\"name\": \"Dee\"}]",
                "\"author\": {\"name\": \"Ana\"}, \"authors\": []"
            })
    void handsTheAuthorOfAJsonFeedDown(String author) {
        var feed = feed("""
                {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}, {"id": "2", "author": {"name": "Cy"}}], %s}
                """.formatted(author));

        assertThat(feed.entries())
                .extracting(entry -> requireNonNull(entry.author()).name())
                .containsExactly("Ana", "Cy");
    }

    @ParameterizedTest
    @CsvSource({
        "<itunes:author>Ana</itunes:author>, Ana",
        "<dc:creator>Ana</dc:creator>,",
        "<managingEditor>ana@notes.example (Ana)</managingEditor>,",
        "<image><author>Ana</author></image>,"
    })
    void handsTheAuthorOfAPodcastDownButNoEditorOfAFeed(String author, @Nullable String name) {
        var read = feed(rss("<item><guid>1</guid></item>", author))
                .entries()
                .getFirst()
                .author();

        assertThat(read == null ? null : read.name()).isEqualTo(name);
    }

    @Test
    void writesNameAndMailOfElementsTogether() {
        assertThat(FeedAuthor.of("Ana", "a@b.example"))
                .isEqualTo(new FeedAuthor("Ana", "a@b.example", "Ana (a@b.example)", false));
        assertThat(FeedAuthor.of(" ", "a@b.example"))
                .isEqualTo(new FeedAuthor(null, "a@b.example", "a@b.example", false));
        assertThat(FeedAuthor.of("Ana", "")).isEqualTo(new FeedAuthor("Ana", null, "Ana", false));
        assertThat(FeedAuthor.of(" ")).isNull();
        assertThat(FeedAuthor.of("", "")).isNull();
    }
}
