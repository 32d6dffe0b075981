package app.tidings.notify.sending;

import app.tidings.contracts.Profile;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Suppressed;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.Letter;
import app.tidings.notify.letter.Letter.Header;
import app.tidings.notify.letter.PreparedLetter;
import app.tidings.notify.page.ReaderWords;
import app.tidings.notify.page.Templates;
import app.tidings.notify.page.Views.Mail;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.sending.Prepared.Out;
import app.tidings.notify.sending.Prepared.Parcel;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.ReaderMail;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscriber.Mailing;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails to one reader: the one that asks for confirmation, the one that leads to the preferences. Nobody's text is in them. */
final class ReaderLetters {

    private final Publications publications;
    private final ReaderLinks links;
    private final Templates templates;
    private final SenderIdentity sender;
    private final InstantSource clock;

    ReaderLetters(
            Publications publications,
            ReaderLinks links,
            Templates templates,
            SenderIdentity sender,
            InstantSource clock) {
        this.publications = publications;
        this.links = links;
        this.templates = templates;
        this.sender = sender;
        this.clock = clock;
    }

    Prepared prepare(ReaderMail mail, Subscriber reader) {
        var mailing = reader.mailings().last();
        if (reader.suppressed()) {
            return new Out(new Suppressed());
        }
        return mailing == null || reader.mailings().count() != mail.number()
                ? new Out(new Skipped(Reason.GONE))
                : parcel(mail, mailing, reader);
    }

    private Parcel parcel(ReaderMail mail, Mailing mailing, Subscriber reader) {
        var view = view(mail, mailing);
        var letter = new PreparedLetter(new Letter(
                sender.address(),
                publisher(mailing),
                view.title(),
                view.language(),
                text(view),
                templates.mail(view),
                List.of(),
                List.of(new Header("Auto-Submitted", "auto-generated"))));
        var copy = new Copy(
                reader.address(),
                sender.messageId(mail.subjectId(), Subject.CHANNEL, reader.id()),
                clock.instant(),
                Map.of(),
                List.of());
        return new Parcel(letter, copy);
    }

    private Mail view(ReaderMail mail, Mailing mailing) {
        var words = ReaderWords.in(mailing.language());
        var claim = new Claim(mail.subscriberId(), mailing.publicationId(), mail.number());
        var name = publisher(mailing);
        var what = switch (mailing.kind()) {
            case CONFIRM -> "mail.confirm";
            case PREFERENCES -> "mail.preferences";
        };
        var link = switch (mailing.kind()) {
            case CONFIRM -> links.confirm(claim);
            case PREFERENCES -> links.preferences(claim);
        };
        return new Mail(
                words.language(),
                words.get(what + ".subject", name),
                words.get(what + ".text", name),
                words.get(what + ".button"),
                link,
                words.get(what + ".hint"),
                imprint(mailing));
    }

    private static String text(Mail view) {
        return String.join("\n\n", view.text(), view.link(), view.hint(), "-- \n" + view.imprint()) + "\n";
    }

    private String publisher(Mailing mailing) {
        return profile(mailing)
                .map(profile -> profile.in(mailing.language(), profile.name()))
                .orElse(mailing.publicationId());
    }

    private String imprint(Mailing mailing) {
        return profile(mailing)
                .map(Profile::imprint)
                .map(imprint -> imprint.postalAddress() == null
                        ? imprint.publisher()
                        : imprint.publisher() + ", " + imprint.postalAddress())
                .orElse(mailing.publicationId());
    }

    private Optional<Profile> profile(Mailing mailing) {
        return publications.find(mailing.publicationId());
    }
}
