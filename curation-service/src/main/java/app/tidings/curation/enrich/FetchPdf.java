package app.tidings.curation.enrich;

import static java.util.concurrent.TimeUnit.SECONDS;

import app.tidings.curation.enrich.FetchPage.Found;
import app.tidings.curation.enrich.FetchPage.Found.Nothing;
import app.tidings.curation.enrich.FetchPage.Found.Paper;
import app.tidings.curation.pdf.Pdf.Document;
import app.tidings.curation.pdf.Pdf.Reason;
import app.tidings.curation.pdf.Pdf.Refused;
import app.tidings.curation.pdf.PdfReader;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Gets a document in PDF. Two at a time have room: a large one from when its bytes come in, any while it is read. So however many
 * there are, and however long their servers are silent, pages have the other slots.
 */
final class FetchPdf {

    private static final int AT_A_TIME = 2;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final String TYPE = "application/pdf";

    private final SafeFetcher fetcher;
    private final PdfReader reader;
    private final Semaphore free = new Semaphore(AT_A_TIME, true);

    /** What one document takes of the room, and gives back when it closes. It is waited for outside the slot. */
    private final class Share implements Room, AutoCloseable {

        private final Slot slot;
        private boolean taken;

        private Share(Slot slot) {
            this.slot = slot;
        }

        @Override
        public boolean forLargeBody() throws InterruptedException {
            taken = taken || free.tryAcquire(LONGEST_WAIT_SECONDS, SECONDS);
            return taken && slot.forLargeBody();
        }

        private boolean forReading() {
            return slot.waiting(() -> {
                try {
                    return forLargeBody();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            });
        }

        @Override
        public void close() {
            if (taken) {
                free.release();
            }
        }
    }

    FetchPdf(SafeFetcher fetcher, PdfReader reader) {
        this.fetcher = fetcher;
        this.reader = reader;
    }

    /** Asks an address at which there is no page. */
    Found look(URI address, Slot slot) {
        var request = FetchRequest.get(address).maxBytes(PdfReader.LARGEST);
        var accepting = isNamedSo(address) ? request.accept(TYPE, "application/octet-stream") : request.accept(TYPE);
        try (var share = new Share(slot)) {
            var fetched = slot.waiting(() -> fetcher.fetch(accepting, share));
            if (!(fetched instanceof Answer answer && answer.isOk())) {
                return FetchPage.nothing(fetched, !isOfAnotherType(fetched));
            }
            return share.forReading() ? read(answer) : nothing(Reason.BUSY);
        }
    }

    private Found read(Answer answer) {
        return switch (reader.read(answer.body().bytes())) {
            case Document document -> new Paper(answer.finalUrl(), document);
            case Refused(var reason) -> nothing(reason);
        };
    }

    private static Nothing nothing(Reason reason) {
        return new Nothing(reason.word(), reason == Reason.BUSY, true);
    }

    /** Some servers do not know the type. */
    private static boolean isNamedSo(URI address) {
        return String.valueOf(address.getPath()).toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static boolean isOfAnotherType(Fetched fetched) {
        return fetched instanceof Failed failed && failed.reason() == Fetched.Reason.WRONG_TYPE;
    }
}
