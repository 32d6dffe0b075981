package app.tidings.curation.summary;

import java.util.Optional;

/** Says in a few sentences what a text is about: in the text's own ({@link RankedSentences}), or in a model's. */
public interface Summarizer {

    /** The summary as plain text; empty where there is none that is worth printing. */
    Optional<String> summary(Reading reading);

    /**
     * What is read.
     *
     * @param title as the page has it
     * @param text plain text, one paragraph in each line
     */
    record Reading(String title, String text) {}
}
