package app.tidings.curation.search.index;

import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.Passage;
import app.tidings.curation.search.index.Found.Hit;
import app.tidings.curation.search.index.IndexFolder.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Items and past issues, to be listed and searched. It holds nothing that the store does not hold: what is lost of it comes
 * back by itself.
 */
public final class SearchIndex implements AutoCloseable {

    /** Up to here totals are exact. */
    private static final int COUNTED = 10_000;

    private final IndexFolder folder;
    private volatile State state;
    private volatile boolean broken;

    /** @param unseen versions of what searches do not see yet; nothing for what was removed */
    private record State(
            IndexWriter writer, SearcherManager searchers, Map<String, Optional<Long>> unseen, boolean complete) {}

    /** The index cannot be read at present; it is being mended. */
    public static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super("the index cannot be used at present: " + cause, cause);
        }
    }

    /**
     * What is wanted of the index.
     *
     * @param sort ends with {@link Fields#ID}, so that no two documents are equal in it
     * @param after the last values of the page before; null for the first page
     */
    public record Wanted(Query query, Sort sort, @Nullable List<Object> after, int limit) {}

    @FunctionalInterface
    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    SearchIndex(IndexFolder folder) {
        this.folder = folder;
        this.state = stateOf(folder.open());
    }

    private static State stateOf(Opened opened) {
        try {
            return new State(
                    opened.writer(),
                    new SearcherManager(opened.writer(), SteadyScores.searchers()),
                    new ConcurrentHashMap<>(),
                    opened.complete());
        } catch (IOException e) {
            IndexFolder.close(opened.writer());
            throw new Away(e);
        }
    }

    /** Whether everything that the store held at a time is in it; before that, lists from it may lack something. */
    public boolean isComplete() {
        return state.complete() && !broken;
    }

    boolean isBroken() {
        return broken;
    }

    /** Opens it once more; what could not be read is made anew, and is complete after the next sweep. */
    void mend() {
        var before = state;
        IndexFolder.close(before.writer());
        state = stateOf(folder.open());
        broken = false;
    }

    /** What fits, in order. */
    public Found search(Wanted wanted) {
        return read(searcher -> {
            var after = behind(wanted.after());
            var sorted = wanted.sort().rewrite(searcher);
            var found = searcher.search(
                    wanted.query(), new TopFieldCollectorManager(sorted, wanted.limit(), after, COUNTED));
            var hits = new ArrayList<Hit>();
            for (var hit : found.scoreDocs) {
                hits.add(new Hit(List.of(((FieldDoc) hit).fields)));
            }
            return new Found(hits, found.totalHits.value(), found.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
        });
    }

    /** As Lucene says it: of equals, none is before the place. */
    private static @Nullable FieldDoc behind(@Nullable List<Object> values) {
        return values == null ? null : new FieldDoc(Integer.MAX_VALUE, Float.NaN, values.toArray());
    }

    /** The passages with these ids, in no order. */
    public List<Passage> passages(Collection<String> ids) {
        return read(searcher -> {
            var passages = new ArrayList<Passage>();
            for (var hit : ById.hits(searcher, ids)) {
                passages.add(Passage.of(searcher.storedFields().document(hit.doc)));
            }
            return passages;
        });
    }

    /** The versions of those that are there, whether searches see them or not yet. */
    Map<String, Long> versions(Collection<String> ids) {
        var unseen = state.unseen();
        var others = ids.stream().filter(id -> !unseen.containsKey(id)).toList();
        var versions = read(searcher -> ById.versions(searcher, others));
        ids.forEach(id -> unseen.getOrDefault(id, Optional.empty()).ifPresent(version -> versions.put(id, version)));
        return versions;
    }

    /** Ids of a type in their order, behind one of them or from the first. */
    List<String> ids(String type, @Nullable String after, int limit) {
        var query = new TermQuery(new Term(Fields.TYPE, type));
        var sort = new Sort(new SortField(Fields.ID, SortField.Type.STRING));
        var values = after == null ? null : List.<Object>of(new BytesRef(after));
        return search(new Wanted(query, sort, values, limit)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    long count(String type) {
        return read(searcher -> (long) searcher.count(new TermQuery(new Term(Fields.TYPE, type))));
    }

    void replace(String id, long version, Document document) {
        var now = state;
        write(writer -> writer.updateDocument(new Term(Fields.ID, id), document));
        now.unseen().put(id, Optional.of(version));
    }

    void remove(String id) {
        var now = state;
        write(writer -> writer.deleteDocuments(new Term(Fields.ID, id)));
        now.unseen().put(id, Optional.empty());
    }

    /** In place of everything that is there of the issue. */
    void replaceIssue(String issueId, List<Document> documents) {
        var those = new Term(Fields.OF_ISSUE, issueId);
        if (documents.isEmpty()) {
            write(writer ->
                    writer.deleteDocuments(those)); // the writer counts memory wrongly where it is given nothing
        } else {
            write(writer -> writer.updateDocuments(those, documents));
        }
    }

    /** Lets searches see what was written. */
    void refresh() {
        var now = state;
        write(_ -> now.searchers().maybeRefreshBlocking());
        now.unseen().clear();
    }

    /** Puts it on the disk, so that a restart finds it. */
    void commit() {
        var complete = state.complete();
        write(writer -> IndexFolder.commit(writer, complete));
    }

    /** Everything that the store held is in it. */
    void completed() {
        var now = state;
        state = new State(now.writer(), now.searchers(), now.unseen(), true);
        commit();
    }

    private <T> T read(Reading<T> reading) {
        var searchers = state.searchers();
        try {
            var searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            broken = true;
            throw new Away(e);
        }
    }

    private void write(Writing writing) {
        try {
            writing.to(state.writer());
        } catch (IOException | AlreadyClosedException e) {
            broken = true;
            throw new Away(e);
        }
    }

    @Override
    public void close() {
        IndexFolder.close(state.writer());
        folder.forget();
    }
}
