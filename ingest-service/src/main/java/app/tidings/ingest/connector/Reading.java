package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reading a source came to. Whatever the other side does, it is one of these and never an exception. */
public sealed interface Reading {

    /** When and where the other side wants us to come again. */
    Hints hints();

    /** The content is the same as at the last reading; the server may name it otherwise now. */
    record Unchanged(Validators validators, Hints hints) implements Reading {}

    /**
     * The content was read.
     *
     * @param title how the source calls itself
     * @param language BCP 47, as the source says
     * @param entries in the order of the source
     * @param validators what names this content
     * @param note what the source's owner should know, such as that the content breaks off; null where all is well
     */
    record Entries(
            @Nullable String title,
            @Nullable String language,
            List<FeedEntry> entries,
            Validators validators,
            Hints hints,
            @Nullable String note)
            implements Reading {

        public Entries {
            entries = List.copyOf(entries);
        }

        /** The same reading of other entries. */
        Entries with(List<FeedEntry> others) {
            return new Entries(title, language, others, validators, hints, note);
        }
    }

    /**
     * There was nothing to read.
     *
     * @param reason one word for programs, such as {@code timeout}, {@code http-404}, {@code html-page}
     * @param detail one sentence for people, in our own words
     */
    record Failed(String reason, String detail, Hints hints) implements Reading {

        /** Why nothing was read: we have asked as often as we may for now. */
        static final String RATE_LIMIT = "rate-limit";

        /** Why nothing was read: the other side does not take what the operator gave us to show. */
        static final String BAD_CREDENTIALS = "bad-credentials";

        /** No answer came. */
        public static Failed of(Fetched.Failed failure) {
            return new Failed(failure.word(), failure.detail(), Hints.NONE);
        }

        /** An answer came that is a refusal: neither good nor 304. */
        public static Failed of(Answer refusal, Instant now) {
            var status = refusal.status();
            var hints = Hints.of(refusal, now);
            if (status == 403 && hints.notBefore() != null) {
                return new Failed(
                        RATE_LIMIT, "the server has had enough calls from us for now (403); we wait as it says", hints);
            }
            var detail = switch (status) {
                case 401, 402, 403 -> "the server refuses us (%d): it may want a login, or keep programs out";
                case 404, 410 -> "there is nothing at the address (%d): look for the feed's new one";
                case 429 -> "the server asks us to come less often (%d); we wait as it says";
                default ->
                    status >= 500
                            ? "the server has a fault of its own (%d); we try again"
                            : "the server answers with status %d";
            };
            return new Failed(refusal.word(), detail.formatted(status), hints);
        }

        /** A constant's name as a word for programs. */
        public static String word(Enum<?> reason) {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
