package app.tidings.notify.sending;

import app.tidings.notify.audience.EditionMail;
import app.tidings.notify.audience.EditionMails;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.Letter;
import app.tidings.notify.letter.Letter.Header;
import app.tidings.notify.letter.PreparedLetter;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.sending.Prepared.Out;
import app.tidings.notify.sending.Prepared.Parcel;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.Subscriber;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An edition's mail for each of its readers: the same letter with the reader's own links. */
final class EditionLetters {

    private static final int KEPT = 8;

    private final EditionMails mails;
    private final Publications publications;
    private final ReaderLinks links;
    private final SenderIdentity sender;
    private final InstantSource clock;
    private final SequencedMap<String, Prepare> prepared = new LinkedHashMap<>();

    /** A letter that is ready for any reader. */
    private record Prepare(EditionMail mail, PreparedLetter letter) {}

    EditionLetters(
            EditionMails mails,
            Publications publications,
            ReaderLinks links,
            SenderIdentity sender,
            InstantSource clock) {
        this.mails = mails;
        this.publications = publications;
        this.links = links;
        this.sender = sender;
        this.clock = clock;
    }

    Prepared prepare(String subjectId, Subscriber reader) {
        var edition = letter(subjectId);
        var refusal = reader.refusal(edition.mail().publicationId());
        return refusal.isPresent() ? new Out(refusal.get()) : parcel(edition, reader);
    }

    private Parcel parcel(Prepare edition, Subscriber reader) {
        var mail = edition.mail();
        var claim = new Claim(reader.id(), mail.publicationId(), 0);
        var unsubscribe = links.unsubscribe(claim);
        var copy = new Copy(
                reader.address(),
                sender.messageId(mail.subjectId(), Subject.CHANNEL, reader.id()),
                clock.instant(),
                Map.of(
                        mail.email().marks().unsubscribe(),
                        unsubscribe,
                        mail.email().marks().preferences(),
                        links.askForPreferences(claim)),
                List.of(
                        new Header("List-Unsubscribe", "<" + unsubscribe + ">"),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
        return new Parcel(edition.letter(), copy);
    }

    private synchronized Prepare letter(String subjectId) {
        var known = prepared.get(subjectId);
        if (known == null) {
            known = prepareLetter(mails.find(subjectId)
                    .orElseThrow(() -> new IllegalStateException("there is no mail of " + subjectId)));
            prepared.put(subjectId, known);
            if (prepared.size() > KEPT) {
                prepared.pollFirstEntry();
            }
        }
        return known;
    }

    private Prepare prepareLetter(EditionMail mail) {
        var name = publications
                .find(mail.publicationId())
                .map(profile -> profile.in(mail.language(), profile.name()))
                .orElse(mail.publicationId());
        var letter = new Letter(
                sender.address(),
                name,
                mail.email().subject(),
                mail.language(),
                mail.email().text(),
                mail.email().html(),
                List.of(mail.email().marks().unsubscribe(), mail.email().marks().preferences()),
                List.of(
                        new Header("List-Id", "<%s.%s>".formatted(mail.publicationId(), sender.domain())),
                        new Header("List-Archive", "<" + mail.page().toASCIIString() + ">")));
        return new Prepare(mail, new PreparedLetter(letter));
    }
}
