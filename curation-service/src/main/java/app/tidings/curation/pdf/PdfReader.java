package app.tidings.curation.pdf;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import app.tidings.curation.pdf.Limits.Exceeded;
import app.tidings.curation.pdf.Pdf.Document;
import app.tidings.curation.pdf.Pdf.Reason;
import app.tidings.curation.pdf.Pdf.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in PDF, one at a time, each within bounds of time and memory. Nothing in a document is run, opened or followed:
 * no script, no form, no attachment, no address, no font.
 */
public final class PdfReader {

    /** Bytes of the largest document that is read. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MOST_PAGES = 100_000;
    private static final Instant EARLIEST = Instant.parse("1993-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    static {
        FontMappers.set(new OneFont());
    }

    private final ReentrantLock turn = new ReentrantLock(true);
    private final LongSupplier nanos;

    public PdfReader() {
        this(System::nanoTime);
    }

    /** For tests: another clock of nanoseconds. */
    PdfReader(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Reads one when it is its turn; whatever is in it, it never throws. */
    public Pdf read(byte[] bytes) {
        try {
            if (!turn.tryLock(LONGEST_WAIT.toNanos(), NANOSECONDS)) {
                return new Refused(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(Reason.BUSY);
        }
        try {
            return bounded(bytes);
        } finally {
            turn.unlock();
        }
    }

    private Pdf bounded(byte[] bytes) {
        try {
            return Pdf.isOne(bytes) ? parsed(bytes, new Limits(LONGEST, nanos)) : new Refused(Reason.BROKEN);
        } catch (Exceeded tooMuch) {
            return new Refused(tooMuch.reason());
        } catch (IOException | RuntimeException e) {
            return new Refused(Reason.BROKEN); // the parser meets what cannot be in either way
        } catch (StackOverflowError e) {
            return new Refused(Reason.TOO_COMPLEX); // of memory there is enough for what the limits let through
        }
    }

    private static Pdf parsed(byte[] bytes, Limits limits) throws IOException {
        try (var document = new BoundedParser(bytes, limits).parse()) {
            var text = new PageLines(limits);
            var whole = readAll(text, document);
            return text.pages().isEmpty() ? new Refused(Reason.BROKEN) : of(document, text, whole);
        }
    }

    /** Whether all went well; what was read before it did not is kept, if it is anything. */
    private static boolean readAll(PageLines text, PDDocument document) throws IOException {
        try {
            text.read(document);
            return true;
        } catch (Exceeded tooMuch) {
            if (text.pages().stream().allMatch(List::isEmpty)) {
                throw tooMuch;
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static Document of(PDDocument document, PageLines lines, boolean whole) {
        var information = document.getDocumentInformation();
        var pages = Math.clamp(document.getNumberOfPages(), lines.pages().size(), MOST_PAGES);
        var title = TitlePage.title(information.getTitle(), lines.pages().getFirst())
                .orElse(null);
        var text = Paragraphs.of(lines.pages());
        return new Document(
                title,
                TitlePage.author(information.getAuthor()).orElse(null),
                created(information.getCreationDate()),
                language(document.getDocumentCatalog().getLanguage()),
                pages,
                withoutHeadline(text, title),
                !whole || pages > PageLines.MOST_PAGES || text.length() == Paragraphs.LONGEST);
    }

    private static String withoutHeadline(String text, @Nullable String title) {
        var end = text.indexOf('\n');
        return end > 0 && text.substring(0, end).equalsIgnoreCase(title) ? text.substring(end + 1) : text;
    }

    private static @Nullable String language(@Nullable String stated) {
        return stated != null && TAG.matcher(stated).matches() ? stated : null;
    }

    private static @Nullable Instant created(@Nullable Calendar stated) {
        var when = stated == null ? Instant.MIN : stated.toInstant();
        return when.isAfter(EARLIEST) && when.isBefore(LATEST) ? when : null;
    }
}
