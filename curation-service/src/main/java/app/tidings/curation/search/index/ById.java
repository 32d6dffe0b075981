package app.tidings.curation.search.index;

import app.tidings.curation.search.document.Fields;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Documents that are asked for by their ids, as searches see them. */
final class ById {

    private ById() {}

    /** Those that are there, in no order. */
    static ScoreDoc[] hits(IndexSearcher searcher, Collection<String> ids) throws IOException {
        var terms = ids.stream().map(BytesRef::new).toList();
        return terms.isEmpty()
                ? new ScoreDoc[0]
                : searcher.search(new TermInSetQuery(Fields.ID, terms), terms.size()).scoreDocs;
    }

    /** The versions of those that are there; the map is the caller's. */
    static Map<String, Long> versions(IndexSearcher searcher, Collection<String> ids) throws IOException {
        var versions = new HashMap<String, Long>();
        var leaves = searcher.getIndexReader().leaves();
        for (var hit : hits(searcher, ids)) {
            var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var version = DocValues.getNumeric(leaf.reader(), Fields.VERSION);
            var id = DocValues.getSorted(leaf.reader(), Fields.ID);
            if (version.advanceExact(hit.doc - leaf.docBase) && id.advanceExact(hit.doc - leaf.docBase)) {
                versions.put(id.lookupOrd(id.ordValue()).utf8ToString(), version.longValue());
            }
        }
        return versions;
    }
}
