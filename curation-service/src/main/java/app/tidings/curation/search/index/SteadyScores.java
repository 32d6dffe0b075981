package app.tidings.curation.search.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/**
 * BM25 as far as it looks at one document alone: how often a word occurs, in how long a text. How rare a word is elsewhere does
 * not count. All words of a query have to occur anyhow, and so a score stays the same while other documents come and go, and
 * in all replicas: a list by relevance can be gone through in pages.
 */
final class SteadyScores extends BM25Similarity {

    /** Words of a usual text. */
    private static final float USUAL_LENGTH = 300;

    @Override
    protected float idf(long documentsWithIt, long documents) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return USUAL_LENGTH;
    }

    /** Makes searchers that score so. */
    static SearcherFactory searchers() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
                var searcher = super.newSearcher(reader, before);
                searcher.setSimilarity(new SteadyScores());
                return searcher;
            }
        };
    }
}
