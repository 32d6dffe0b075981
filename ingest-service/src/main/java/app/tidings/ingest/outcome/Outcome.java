package app.tidings.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a poll of a source came to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Outcome.Polled.class, name = "polled"),
    @Type(value = Outcome.Unchanged.class, name = "unchanged"),
    @Type(value = Outcome.Failed.class, name = "failed")
})
public sealed interface Outcome {

    /** When the poll began. */
    Instant at();

    /**
     * The feed had changed and was read.
     *
     * @param note what its owner should know, such as that the feed breaks off; null where all is well
     */
    record Polled(Instant at, Counts counts, @Nullable String note) implements Outcome {}

    /** The feed is the same as at the poll before. */
    record Unchanged(Instant at) implements Outcome {}

    /**
     * There was no feed to read.
     *
     * @param reason one word for programs, such as {@code timeout}, {@code http-404}, {@code html-page}
     * @param detail one sentence for people
     */
    record Failed(Instant at, String reason, String detail) implements Outcome {}

    /**
     * What became of a feed's entries.
     *
     * @param entries how many the feed has
     * @param found links that nobody had shown before
     * @param seenAgain links that other sources had shown
     * @param known links that this source had shown before, or shows twice
     * @param tooOld entries from long before the source was added
     * @param refused entries whose address cannot become a link
     * @param held entries that wait for an editor, because so much that is new at once is unlikely
     * @param stopped entries that a rule, a mute or a cap kept from becoming links
     */
    record Counts(int entries, int found, int seenAgain, int known, int tooOld, int refused, int held, int stopped) {}
}
