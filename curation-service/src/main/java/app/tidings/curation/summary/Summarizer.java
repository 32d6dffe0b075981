package app.tidings.curation.summary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a few sentences what a text is about: in the text's own ({@link RankedSentences}), or in a model's. */
public interface Summarizer {

    /** The summary; empty where there is none that is worth printing. */
    Optional<Summary> summary(Reading reading);

    /**
     * What is read.
     *
     * @param title as the page has it
     * @param text plain text, one paragraph in each line
     */
    record Reading(String title, String text) {}

    /**
     * What is said of it, as plain text.
     *
     * @param title the text's title in the language of the summary; null where nobody translated it
     * @param doubts words of title and summary that the text does not hold
     */
    record Summary(String text, @Nullable String title, List<String> doubts) {

        public Summary {
            doubts = List.copyOf(doubts);
        }
    }
}
