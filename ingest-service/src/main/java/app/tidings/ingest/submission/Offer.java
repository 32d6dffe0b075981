package app.tidings.ingest.submission;

import org.jspecify.annotations.Nullable;

/**
 * What somebody submits, as they typed it.
 *
 * @param url the address of the page
 * @param name how they want to be named in print
 * @param link an address that the name leads to
 * @param contact a mail address, for the editors of this publication alone
 * @param language the language that they read
 * @param key makes a repeated submission the same one; chosen by the sender
 * @param door by which way it came
 */
public record Offer(
        String publication,
        @Nullable String url,
        @Nullable String title,
        @Nullable String note,
        @Nullable String name,
        @Nullable String link,
        @Nullable String contact,
        @Nullable String language,
        @Nullable String key,
        String door) {

    /** What is wrong with a field. */
    public record Fault(String field, Kind kind, String reason) {

        /** Which kind of fault, so that a page can say it in the reader's language. */
        public enum Kind {
            MISSING,
            TOO_LONG,
            NOT_PUBLIC,
            BAD
        }

        /** As the API says it. */
        public String text() {
            return field + " " + reason;
        }
    }

    /** It holds addresses of people, so it never shows itself. */
    @Override
    public String toString() {
        return "an offer to " + publication;
    }
}
