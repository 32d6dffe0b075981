package app.tidings.contracts;

import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What ingest-service says about sources that give nothing any more. Key: source id. Each trouble is told once, and once that
 * it is over. The version grows with time but has gaps.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = SourceFailing.class, name = "source-failing"),
    @Type(value = SourceQuiet.class, name = "source-quiet"),
    @Type(value = SourceRecovered.class, name = "source-recovered")
})
public sealed interface SourceEvent extends Event {

    String TOPIC = "ingest.sources";

    String sourceId();

    String publicationId();

    @Override
    default String key() {
        return sourceId();
    }

    /**
     * A source has failed for a day, or its server says that it is gone.
     *
     * @param name what people call it
     * @param reason one word for programs, such as {@code timeout} or {@code http-404}
     * @param detail one sentence for people
     * @param since when the first of these polls failed
     */
    record SourceFailing(
            String sourceId,
            String publicationId,
            long version,
            String name,
            String reason,
            String detail,
            Instant since,
            Instant occurredAt)
            implements SourceEvent {

        public SourceFailing {
            guard(sourceId, publicationId, version, name, occurredAt);
            Guard.text(reason, "reason");
            Guard.text(detail, "detail");
            Guard.present(since, "since");
        }
    }

    /**
     * A source answers but has shown nothing new for far longer than it usually does.
     *
     * @param lastNewsAt when it showed something new last
     * @param usualGapMinutes the usual time between two news, in minutes
     */
    record SourceQuiet(
            String sourceId,
            String publicationId,
            long version,
            String name,
            Instant lastNewsAt,
            long usualGapMinutes,
            Instant occurredAt)
            implements SourceEvent {

        public SourceQuiet {
            guard(sourceId, publicationId, version, name, occurredAt);
            Guard.present(lastNewsAt, "lastNewsAt");
            Guard.notNegative(usualGapMinutes, "usualGapMinutes");
        }
    }

    /**
     * What was told of a source is over.
     *
     * @param since when that trouble had begun
     */
    record SourceRecovered(
            String sourceId, String publicationId, long version, String name, Instant since, Instant occurredAt)
            implements SourceEvent {

        public SourceRecovered {
            guard(sourceId, publicationId, version, name, occurredAt);
            Guard.present(since, "since");
        }
    }

    private static void guard(String sourceId, String publicationId, long version, String name, Instant occurredAt) {
        Guard.text(sourceId, "sourceId");
        Guard.slug(publicationId, "publicationId");
        Guard.positive(version, "version");
        Guard.text(name, "name");
        Guard.present(occurredAt, "occurredAt");
    }
}
