package app.tidings.curation.search.index;

import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Item;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.ItemDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    private final Item item = anItem().build();

    @TempDir
    private Path folder;

    private void fill() {
        try (var index = new SearchIndex(new IndexFolder(folder))) {
            index.replace(item.id(), item.version(), ItemDocument.of(item, ""));
            index.completed();
        }
    }

    @Test
    void keepsTheIndexOverARestart() {
        fill();

        try (var index = new SearchIndex(new IndexFolder(folder))) {
            assertThat(index.isComplete()).isTrue();
            assertThat(index.ids(Fields.ITEM, null, 10)).containsExactly(item.id());
        }
    }

    @Test
    void beginsAnewWhereAFileIsDamaged() throws IOException {
        fill();
        damage(name -> name.endsWith(".cfs"));

        startsAnew();
    }

    @Test
    void beginsAnewWhereAFileIsMissing() throws IOException {
        fill();
        for (var file : files(name -> name.endsWith(".cfs"))) {
            Files.delete(file);
        }

        startsAnew();
    }

    @Test
    void beginsAnewWhereTheListOfFilesIsDamaged() throws IOException {
        fill();
        damage(name -> name.startsWith("segments_"));

        startsAnew();
    }

    @Test
    void beginsAnewWhereTheDocumentsHaveAnotherShape() throws IOException {
        fill();
        try (var directory = FSDirectory.open(folder.resolve("part-1"));
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("schema", "0", "complete", "true").entrySet());
            writer.commit();
        }

        startsAnew();
    }

    private void startsAnew() {
        try (var index = new SearchIndex(new IndexFolder(folder))) {
            assertThat(index.isComplete()).isFalse();
            assertThat(index.ids(Fields.ITEM, null, 10)).isEmpty();
        }
    }

    @Test
    void givesEachReplicaAPartOfItsOwn() {
        try (var one = new SearchIndex(new IndexFolder(folder));
                var other = new SearchIndex(new IndexFolder(folder))) {
            one.replace(item.id(), item.version(), ItemDocument.of(item, ""));
            one.refresh();
            other.refresh();
            assertThat(one.count(Fields.ITEM)).isEqualTo(1);
            assertThat(other.count(Fields.ITEM)).isZero();
        }
    }

    private void damage(Predicate<String> which) throws IOException {
        for (var file : files(which)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), channel.size() / 2);
            }
        }
    }

    private Iterable<Path> files(Predicate<String> which) throws IOException {
        try (var files = Files.list(folder.resolve("part-1"))) {
            var found = files.filter(each -> which.test(each.getFileName().toString()))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
