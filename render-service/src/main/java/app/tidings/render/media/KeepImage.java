package app.tidings.render.media;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import org.springframework.stereotype.Component;

/** An image is kept, once, and the editions that waited for it are printed. */
@Component("imageKeeper") // the function has the use case's own name
class KeepImage {

    private final Images images;
    private final AwaitedImages awaited;
    private final Jobs printJobs;
    private final Workers printers;

    KeepImage(Images images, AwaitedImages awaited, Jobs printJobs, Workers printers) {
        this.images = images;
        this.awaited = awaited;
        this.printJobs = printJobs;
        this.printers = printers;
    }

    void on(ImageKept kept) {
        images.keepFirst(kept);
        // an edition that begins to wait now looks for the image after it has said so, and finds it
        awaited.editionsWaitingFor(kept.sha256()).forEach(printJobs::open);
        awaited.remove(kept.sha256());
        printers.wake();
    }
}
