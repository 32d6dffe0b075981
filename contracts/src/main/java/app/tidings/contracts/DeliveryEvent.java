package app.tidings.contracts;

import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** What notify-service says about sending. Key: subject id, such as an edition's. Holds counts, never a reader. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = SendingStarted.class, name = "sending-started"),
    @Type(value = SendingDone.class, name = "sending-done")
})
public sealed interface DeliveryEvent extends Event {

    String TOPIC = "notify.deliveries";

    String subjectId();

    @Override
    default String key() {
        return subjectId();
    }

    /**
     * The audience is frozen, once for each subject, with count 0 where nobody is to get it.
     *
     * @param subjectVersion the version of the edition that was taken
     * @param count how many deliveries the ledger holds for it
     */
    record SendingStarted(String subjectId, long subjectVersion, long version, long count, Instant occurredAt)
            implements DeliveryEvent {

        public SendingStarted {
            guard(subjectId, subjectVersion, version, occurredAt);
            Guard.notNegative(count, "count");
        }
    }

    /**
     * No delivery of the subject is open any more, once for each subject.
     *
     * @param counts deliveries by the state in which they ended, such as {@code sent}
     */
    record SendingDone(
            String subjectId, long subjectVersion, long version, Map<String, Long> counts, Instant occurredAt)
            implements DeliveryEvent {

        public SendingDone {
            guard(subjectId, subjectVersion, version, occurredAt);
            counts = Guard.mapOf(counts);
        }
    }

    private static void guard(String subjectId, long subjectVersion, long version, Instant occurredAt) {
        Guard.text(subjectId, "subjectId");
        Guard.positive(subjectVersion, "subjectVersion");
        Guard.positive(version, "version");
        Guard.present(occurredAt, "occurredAt");
    }
}
