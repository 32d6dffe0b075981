package app.tidings.contracts;

import app.tidings.contracts.IssueEvent.IssueApproved;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What curation-service says about issues. Key: issue id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@Type(value = IssueApproved.class, name = "issue-approved"))
public sealed interface IssueEvent extends Event {

    String TOPIC = "curation.issues";

    /** The issue is frozen and numbered; render prints each edition of its profile. */
    record IssueApproved(Manuscript manuscript, long version, Announce announce, Instant occurredAt)
            implements IssueEvent {

        public IssueApproved {
            Guard.present(manuscript, "manuscript");
            Guard.positive(version, "version");
            Guard.present(announce, "announce");
            Guard.present(occurredAt, "occurredAt");
        }

        @Override
        public String key() {
            return manuscript.issueId();
        }
    }
}
