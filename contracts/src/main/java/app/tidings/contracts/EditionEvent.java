package app.tidings.contracts;

import app.tidings.contracts.EditionEvent.EditionRendered;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What render-service says about editions. Key: edition id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@Type(value = EditionRendered.class, name = "edition-rendered"))
public sealed interface EditionEvent extends Event {

    String TOPIC = "render.editions";

    /**
     * An edition is printed and in the archive; notify sends it to whom {@code announce} names.
     *
     * @param issueVersion the version of the issue that was printed
     * @param page where it can be read
     */
    record EditionRendered(
            String editionId,
            String issueId,
            long issueVersion,
            long version,
            int number,
            String language,
            String access,
            String title,
            LocalDate date,
            URI page,
            Announce announce,
            Email email,
            List<Artefact> artefacts,
            Instant occurredAt)
            implements EditionEvent {

        public EditionRendered {
            Guard.text(issueId, "issueId");
            if (!Ids.edition(issueId, language, access).equals(editionId)) {
                throw new BadValue("editionId is not issue, language and access");
            }
            Guard.positive(issueVersion, "issueVersion");
            Guard.positive(version, "version");
            Guard.positive(number, "number");
            Guard.text(title, "title");
            Guard.present(date, "date");
            Guard.httpUrl(page, "page");
            Guard.present(announce, "announce");
            Guard.present(email, "email");
            artefacts = Guard.listOf(artefacts);
            Guard.present(occurredAt, "occurredAt");
        }

        @Override
        public String key() {
            return editionId;
        }
    }

    /**
     * The finished mail but for each reader's own addresses. Where one of those belongs, the bodies hold a mark that
     * notify replaces; the marks are made from a digest of the edition, so that no editor's text can hold them by chance.
     */
    record Email(String subject, String preheader, String html, String text, Marks marks) {

        public Email {
            Guard.text(subject, "subject");
            preheader = preheader == null ? "" : preheader;
            Guard.text(html, "html");
            Guard.text(text, "text");
            Guard.present(marks, "marks");
        }
    }

    /** Stands in a mail's bodies for the reader's own unsubscribe page and preferences page. */
    record Marks(String unsubscribe, String preferences) {

        public Marks {
            Guard.text(unsubscribe, "unsubscribe mark");
            Guard.text(preferences, "preferences mark");
        }
    }

    /**
     * One rendered file, kept by the hash of its bytes.
     *
     * @param format {@code markdown}, {@code web}, {@code email-html}, {@code email-text}
     */
    record Artefact(String format, String sha256, long bytes, String mediaType, URI url) {

        public Artefact {
            Guard.text(format, "format");
            Guard.sha256(sha256, "sha256");
            Guard.positive(bytes, "bytes");
            Guard.text(mediaType, "mediaType");
            Guard.httpUrl(url, "url");
        }
    }
}
