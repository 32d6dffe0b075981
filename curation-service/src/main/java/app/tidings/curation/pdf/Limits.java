package app.tidings.curation.pdf;

import app.tidings.curation.pdf.Pdf.Reason;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What the reading of one document may cost. Whatever touches it asks; once it was too much, it stays too much. For one thread. */
final class Limits {

    /** Bytes of one part after decoding; what is longer is cut. The largest pages of text have a tenth of it. */
    static final int LARGEST_PART = 8 * 1024 * 1024;

    private static final long MOST_DECODED = 4L * LARGEST_PART;
    private static final int TURNS = 256;

    /** Of which all fonts together tell, each of which is held in memory: some hundred fonts of one script have as many. */
    private static final int MOST_SIGNS = 500_000;

    private final LongSupplier nanos;
    private final long end;
    private long turns;
    private long decoded;
    private int signs;

    /** Says that a document costs too much; not checked, so that no lenient parser takes it for damage to be mended. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Exceeded(Reason reason) {
            super(reason.word(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** Gives so much time, by this clock of nanoseconds. */
    Limits(Duration longest, LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + longest.toNanos();
    }

    /** One of very many small steps; the clock is asked now and then. */
    void turn() {
        turns++;
        if (turns % TURNS == 0) {
            checkTime();
        }
    }

    /** A step that may lead anywhere. */
    void checkTime() {
        if (nanos.getAsLong() - end > 0) {
            throw new Exceeded(Reason.TOO_SLOW);
        }
    }

    /** Whether so many more signs may be told of; if so, they are. */
    boolean hasRoomFor(long more) {
        if (more > MOST_SIGNS - signs) {
            return false;
        }
        signs += (int) more;
        return true;
    }

    /** So many more bytes came out of a compressed part. */
    void decoded(int bytes) {
        checkTime();
        decoded += bytes;
        if (decoded > MOST_DECODED) {
            throw new Exceeded(Reason.TOO_COMPLEX);
        }
    }
}
