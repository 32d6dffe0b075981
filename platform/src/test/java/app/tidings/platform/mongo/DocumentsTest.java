package app.tidings.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    enum Colour {
        RED
    }

    record Part(String name, Instant at) {}

    record Whole(
            String id,
            long version,
            int count,
            URI url,
            Colour colour,
            @Nullable Instant maybe,
            List<Part> parts,
            Map<String, Part> byName) {}

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

    private static Whole aWhole() {
        var part = new Part("p", AT);
        return new Whole(
                "w",
                5_000_000_000L,
                3,
                URI.create("https://example.org/"),
                Colour.RED,
                null,
                List.of(part),
                Map.of("x", part));
    }

    @Test
    void comeBackAsTheyWere() {
        assertThat(Documents.toRecord(Documents.toDocument(aWhole()), Whole.class))
                .isEqualTo(aWhole());
    }

    @Test
    void holdInstantsAsDatesSoThatTheStoreCanCompareThem() {
        var document = Documents.toDocument(new Part("p", AT));

        assertThat(document.get("at")).isEqualTo(Date.from(AT));
    }

    @Test
    void mayHaveFieldsThatALaterVersionAdded() {
        var later =
                Documents.toDocument(aWhole()).append("outbox", new Document()).append("added", 1);

        assertThat(Documents.toRecord(later, Whole.class)).isEqualTo(aWhole());
    }

    @Test
    void withAWrongTypeAreAFault() {
        assertThatThrownBy(() -> Documents.toRecord(new Document("name", "p").append("at", "soon"), Part.class))
                .hasMessageContaining("a date was expected");
    }

    @Test
    void mayLackAList() {
        assertThat(Documents.toRecords(null, Part.class)).isEmpty();
    }
}
