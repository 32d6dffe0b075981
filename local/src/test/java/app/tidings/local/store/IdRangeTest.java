package app.tidings.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdRangeTest {

    private final MVStore file = MVStore.open(null);
    private final MVMap<Object, Document> documents = file.openMap("documents");

    @BeforeEach
    void fill() {
        for (var id : new Object[] {7, 3_000_000_000L, new ObjectId(), "a", "b", "c", "d", true}) {
            documents.put(id, new Document("_id", id));
        }
    }

    @AfterEach
    void close() {
        file.closeImmediately();
    }

    private static Document asked(String operator, Object bound) {
        return new Document("_id", new Document(operator, bound));
    }

    @Test
    void findsTextsAmongKeysOfAllTypes() {
        var lower = IdRange.of(List.of(asked("$gt", "a"))).orElseThrow();
        var upper = IdRange.of(List.of(asked("$lte", "b"))).orElseThrow();

        assertThat(lower.keys(documents)).containsExactly("a", "b", "c", "d");
        assertThat(upper.keys(documents)).containsExactly("a", "b");
    }

    @Test
    void takesTheNarrowestOfSeveralBounds() {
        var all = List.of(
                asked("$gte", "a"), asked("$gt", "b"), asked("$lt", "d"), asked("$lte", "c"), new Document("n", 1));

        assertThat(IdRange.of(all)).contains(new IdRange("b", "c"));
    }

    @ParameterizedTest
    @CsvSource({"$eq, a", "$ne, a", "$regex, a"})
    void isNoneOfOtherQuestions(String operator, String text) {
        assertThat(IdRange.of(List.of(asked(operator, text)))).isEmpty();
        assertThat(IdRange.of(
                        List.of(asked("$gt", 7), new Document("_id", text), new Document("n", asked("$gt", text)))))
                .isEmpty();
    }
}
