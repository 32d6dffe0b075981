package app.tidings.render.manuscript;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.render.artefact.Editions;
import app.tidings.render.artefact.Reminders;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens the job again of each edition whose print failed and whose wait is over. */
@Component
class PrintAgain {

    private final Reminders unprinted;
    private final Jobs printJobs;
    private final Workers printers;
    private final InstantSource clock;

    PrintAgain(Editions editions, Jobs printJobs, Workers printers, InstantSource clock) {
        this.unprinted = editions.unprinted();
        this.printJobs = printJobs;
        this.printers = printers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        for (var due = next(); due.isPresent(); due = next()) {
            printJobs.open(due.get());
            printers.wake();
        }
    }

    private Optional<String> next() {
        return unprinted.takeNextDue(clock.instant());
    }
}
