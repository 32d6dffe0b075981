package app.tidings.contracts;

import java.time.Instant;

/** What every event of every topic can say of itself. Fields are only ever added. */
public interface Event {

    /** Id of the aggregate that the event is about; the Kafka key, so that events of one aggregate stay in order. */
    String key();

    /** Version of the aggregate that the event tells of, from 1; a reader that has this version or a later one skips it. */
    long version();

    /** When the change happened, by the writer's clock. */
    Instant occurredAt();
}
