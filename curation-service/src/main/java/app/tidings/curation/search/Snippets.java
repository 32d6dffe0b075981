package app.tidings.curation.search;

import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Shows where a text has what was looked for, as HTML: the text is escaped, and what fits stands in {@code mark}. Pure. */
final class Snippets {

    /** About so long is what is shown of a text. */
    private static final int LENGTH = 160;

    private static final float MIDDLE = 0.5f;
    private static final int MOST_TEXT = 20_000;

    private static final UnifiedHighlighter WHOLE = highlighter(WholeBreakIterator::new);
    private static final UnifiedHighlighter BEST = highlighter(() -> LengthGoalBreakIterator.createClosestToLength(
            BreakIterator.getSentenceInstance(Locale.ROOT), LENGTH, MIDDLE));

    private Snippets() {}

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> parts) {
        return UnifiedHighlighter.builderWithoutSearcher(Words.OF_TEXTS)
                .withBreakIterator(parts)
                .withHighlightPhrasesStrictly(false)
                .withWeightMatches(false)
                .withMaxLength(MOST_TEXT)
                .withMaxNoHighlightPassages(0)
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "… ", true))
                .build();
    }

    /** All of a title; null where it has nothing of the query. */
    static @Nullable String ofTitle(Query query, String title) {
        return marked(WHOLE, Fields.TITLE, query, title);
    }

    /** The best place of a text; null where it has nothing of the query. */
    static @Nullable String ofText(Query query, String text) {
        return marked(BEST, Fields.TEXT, query, text);
    }

    private static @Nullable String marked(UnifiedHighlighter highlighter, String field, Query query, String text) {
        try {
            var marked = highlighter.highlightWithoutSearcher(field, query, text, 1);
            return marked == null ? null : marked.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
