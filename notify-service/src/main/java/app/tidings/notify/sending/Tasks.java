package app.tidings.notify.sending;

import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.sending.Rounds.Page;
import app.tidings.notify.sending.SendPage.Task;
import app.tidings.notify.subject.DirectSending;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.ReaderMail;

/**
 * What a visit to a page means: whose letters are sent, and what an expired fence means for them.
 *
 * @param editionRules for what goes to many
 * @param mailRules for mails to one reader
 */
record Tasks(
        EditionLetters editions,
        ReaderLetters mails,
        Subjects subjects,
        ClaimRules editionRules,
        ClaimRules mailRules) {

    Task of(Page visit) {
        return ReaderMail.of(visit.subjectId())
                .map(mail -> new Task(
                        visit.subjectId(),
                        visit.pageId(),
                        mailRules,
                        reader -> mails.prepare(mail, reader),
                        () -> true))
                .orElseGet(() -> new Task(
                        visit.subjectId(),
                        visit.pageId(),
                        editionRules,
                        reader -> editions.prepare(visit.subjectId(), reader),
                        () -> goesOn(visit.subjectId())));
    }

    private boolean goesOn(String subjectId) {
        return subjects.find(subjectId).filter(DirectSending::goesOn).isPresent();
    }
}
