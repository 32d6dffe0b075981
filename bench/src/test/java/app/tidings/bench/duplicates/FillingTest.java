package app.tidings.bench.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.bench.search.Vocabulary;
import app.tidings.curation.merge.Readings;
import app.tidings.curation.text.ItemTexts;
import app.tidings.local.store.Store;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillingTest {

    private final Articles articles = new Articles(Vocabulary.english(5_000, 1), Vocabulary.chinese(5_000, 1), 200);

    @TempDir
    private Path directory;

    @Test
    void leavesWhatCurationWouldLeave() throws Exception {
        try (var store = Store.open(directory.resolve("store"), 0);
                var client = MongoClients.create(store.uri())) {
            var filled = client.getDatabase("filled");
            var kept = client.getDatabase("kept");
            var readings = new Readings(kept, new ItemTexts(kept));

            new Filling(articles, filled, directory.resolve("sorting")).fill(0, 5);
            IntStream.range(0, 5)
                    .mapToObj(articles::article)
                    .forEach(each -> readings.keepLatest(each.itemId(), each.reading()));

            assertThat(all(filled, "readings")).hasSize(5).hasSameElementsAs(all(kept, "readings"));
            assertThat(all(filled, "traces")).hasSizeGreaterThan(50).hasSameElementsAs(all(kept, "traces"));
        }
    }

    private static List<Document> all(MongoDatabase database, String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>());
    }
}
