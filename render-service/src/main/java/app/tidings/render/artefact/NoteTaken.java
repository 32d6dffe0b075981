package app.tidings.render.artefact;

import app.tidings.contracts.DeliveryEvent.SendingStarted;
import org.springframework.stereotype.Component;

/** Notify has taken an edition: nobody has to be told of it again. */
@Component("takenNotes") // the function has the use case's own name
class NoteTaken {

    private final Editions editions;
    private final Reminders untaken;

    NoteTaken(Editions editions) {
        this.editions = editions;
        this.untaken = editions.untaken();
    }

    void on(SendingStarted started) {
        editions.noteTaken(started.subjectId(), started.subjectVersion());
        untaken.close(started.subjectId(), started.subjectVersion());
    }
}
