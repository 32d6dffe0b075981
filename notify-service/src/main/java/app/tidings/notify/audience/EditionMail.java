package app.tidings.notify.audience;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;

/**
 * What is sent of an edition, as it was taken.
 *
 * @param subjectId the edition's id
 */
public record EditionMail(
        @JsonProperty("_id") String subjectId, String publicationId, String language, URI page, Email email) {

    static EditionMail of(EditionRendered edition, String publicationId) {
        return new EditionMail(edition.editionId(), publicationId, edition.language(), edition.page(), edition.email());
    }
}
