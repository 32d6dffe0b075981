package app.tidings.curation.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.TestItems;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.ItemDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of an item between its writing and the moment when searches see it. */
class SearchIndexTest {

    private final Item item = TestItems.anItem().build();
    private SearchIndex index;

    @BeforeEach
    void open(@TempDir Path folder) {
        index = new SearchIndex(new IndexFolder(folder));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void knowsWhatWasWrittenBeforeSearchesSeeIt() {
        write(1);

        assertThat(index.count(Fields.ITEM)).isZero();
        assertThat(versions()).containsExactly(Map.entry(item.id(), 1L));

        index.refresh();
        write(2);

        assertThat(versions()).containsExactly(Map.entry(item.id(), 2L));
        index.refresh();
        assertThat(versions()).containsExactly(Map.entry(item.id(), 2L));
        assertThat(index.count(Fields.ITEM)).isOne();
    }

    @Test
    void knowsNoMoreOfWhatWasRemovedThoughSearchesSeeIt() {
        write(1);
        index.refresh();

        index.remove(item.id());

        assertThat(index.count(Fields.ITEM)).isOne();
        assertThat(versions()).isEmpty();
        index.refresh();
        assertThat(index.count(Fields.ITEM)).isZero();
        assertThat(versions()).isEmpty();
    }

    private void write(long version) {
        index.replace(item.id(), version, ItemDocument.of(item.withVersion(version), "The tide came early."));
    }

    private Map<String, Long> versions() {
        return index.versions(List.of(item.id(), "none"));
    }
}
