package app.tidings.curation.search.index;

import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Where the index lies on disk: a folder that nobody else writes, either kept or for this run alone. */
final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String SCHEMA = "schema";
    private static final String COMPLETE = "complete";
    private static final int MOST_REPLICAS = 64;
    private static final double BUFFER_MEGABYTES = 16;

    private final @Nullable Path shared;
    private @Nullable Path temporary;

    /**
     * An index that is open for writing.
     *
     * @param complete whether the whole store was gone through for it
     */
    record Opened(IndexWriter writer, boolean complete) {}

    IndexFolder(@Nullable Path shared) {
        this.shared = shared;
    }

    /** Opens the index that lies there; anew where there is none, or none that can be read. */
    Opened open() {
        try {
            return shared == null ? open(inTemporary()) : firstFree(shared);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be opened; see tidings.curation.search.directory", e);
        }
    }

    /** Each replica on the machine takes the first part that no other has. */
    private static Opened firstFree(Path shared) throws IOException {
        for (var number = 1; number <= MOST_REPLICAS; number++) {
            try {
                return open(shared.resolve("part-" + number));
            } catch (LockObtainFailedException e) {
                LOG.atDebug().addKeyValue("part", number).log("another replica has this part of the index");
            }
        }
        throw new IOException("all %d parts of %s are in use".formatted(MOST_REPLICAS, shared));
    }

    private Path inTemporary() throws IOException {
        if (temporary == null) {
            temporary = Files.createTempDirectory("tidings-index-");
        }
        return temporary;
    }

    private static Opened open(Path folder) throws IOException {
        var directory = FSDirectory.open(Files.createDirectories(folder));
        try {
            if (isReadable(directory)) {
                return new Opened(writer(directory, OpenMode.APPEND), isComplete(directory));
            }
            clear(directory);
            return new Opened(writer(directory, OpenMode.CREATE), false);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Removes what cannot be read, unless another replica has it in hand. */
    private static void clear(Directory directory) throws IOException {
        try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static boolean isReadable(Directory directory) {
        try {
            return DirectoryReader.indexExists(directory)
                    && Fields.SCHEMA.equals(DirectoryReader.listCommits(directory)
                            .getLast()
                            .getUserData()
                            .get(SCHEMA))
                    && opens(directory);
        } catch (IOException | RuntimeException e) { // the latter from a file that was cut or overwritten
            LOG.atWarn().addKeyValue("cause", e.toString()).log("the index cannot be read; it is built anew");
            return false;
        }
    }

    private static boolean opens(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        }
    }

    private static boolean isComplete(Directory directory) throws IOException {
        return DirectoryReader.listCommits(directory).getLast().getUserData().containsKey(COMPLETE);
    }

    private static IndexWriter writer(Directory directory, OpenMode mode) throws IOException {
        var config = new IndexWriterConfig(Words.OF_TEXTS)
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true);
        return new IndexWriter(directory, config);
    }

    /** Puts what was written on the disk. */
    static void commit(IndexWriter writer, boolean complete) throws IOException {
        var said = complete ? Map.of(SCHEMA, Fields.SCHEMA, COMPLETE, "true") : Map.of(SCHEMA, Fields.SCHEMA);
        if (writer.hasUncommittedChanges() || !said.equals(committed(writer))) {
            writer.setLiveCommitData(said.entrySet());
            writer.commit();
        }
    }

    private static Map<String, String> committed(IndexWriter writer) {
        var data = writer.getLiveCommitData();
        return data == null
                ? Map.of()
                : StreamSupport.stream(data.spliterator(), false)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lets go of a writer, whatever state it is in; what cannot be kept is built anew. */
    static void close(IndexWriter writer) {
        for (var part : Arrays.<AutoCloseable>asList(writer, writer.getDirectory())) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.atWarn().addKeyValue("cause", e.toString()).log("the index was not closed in order");
            }
        }
    }

    /** Removes what was for this run alone. */
    void forget() {
        var folder = temporary;
        if (folder != null) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("folder", folder).log("the temporary index is still there; delete it");
            }
        }
    }
}
