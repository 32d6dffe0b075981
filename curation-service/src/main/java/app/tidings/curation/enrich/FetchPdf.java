package app.tidings.curation.enrich;

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
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Gets a document in PDF; two at a time, for each is held in memory as a whole, and with its slot, until it is read: however many
 * there are, pages have the other slots.
 */
final class FetchPdf {

    private static final int AT_A_TIME = 2;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final String TYPE = "application/pdf";

    private final SafeFetcher fetcher;
    private final PdfReader reader;
    private final Semaphore room = new Semaphore(AT_A_TIME, true);

    FetchPdf(SafeFetcher fetcher, PdfReader reader) {
        this.fetcher = fetcher;
        this.reader = reader;
    }

    /** Asks an address at which there is no page; who waits for room waits outside the slot. */
    Found look(URI address, Slot slot) {
        if (!slot.waiting(this::hasRoom)) {
            return nothing(Reason.BUSY);
        }
        try {
            return fetched(address, slot);
        } finally {
            room.release();
        }
    }

    private boolean hasRoom() {
        try {
            return room.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Found fetched(URI address, Slot slot) {
        var request = FetchRequest.get(address).maxBytes(PdfReader.LARGEST);
        var fetched = slot.fetch(
                fetcher, isNamedSo(address) ? request.accept(TYPE, "application/octet-stream") : request.accept(TYPE));
        return fetched instanceof Answer answer && answer.isOk()
                ? read(answer)
                : FetchPage.nothing(fetched, !isOfAnotherType(fetched));
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
