package app.tidings.contracts;

import app.tidings.contracts.PublicationEvent.ProfileChanged;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What curation-service says about publications. Key: publication id. Compacted: the newest profile is the state. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@Type(value = ProfileChanged.class, name = "profile-changed"))
public sealed interface PublicationEvent extends Event {

    String TOPIC = "curation.publications";

    /** The profile as it now stands; sent again at start and hourly, so a reader may come at any time. */
    record ProfileChanged(Profile profile, Instant occurredAt) implements PublicationEvent {

        public ProfileChanged {
            Guard.present(profile, "profile");
            Guard.present(occurredAt, "occurredAt");
        }

        @Override
        public String key() {
            return profile.publicationId();
        }

        @Override
        public long version() {
            return profile.version();
        }
    }
}
