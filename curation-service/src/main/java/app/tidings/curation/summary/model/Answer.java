package app.tidings.curation.summary.model;

import java.time.Duration;

/** What became of a question to the model. */
sealed interface Answer {

    /** It said something, whatever that is worth. */
    record Said(String text) implements Answer {}

    /** It will not say anything to this question, however often it is asked. */
    record Refused(String reason) implements Answer {}

    /**
     * It may answer later.
     *
     * @param pause as long as it wants to be left alone; zero where it did not say
     */
    record Busy(String reason, Duration pause) implements Answer {}
}
