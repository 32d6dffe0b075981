package app.tidings.ingest.submission.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the templates are filled with. */
public final class Views {

    private Views() {}

    /**
     * The form to submit a link.
     *
     * @param action where it posts to
     * @param key makes two posts of one form the same submission
     * @param values what stands in the fields, by their name
     * @param faults what is wrong with a field, in the reader's words, by its name
     * @param notice why nothing was taken though no field is at fault; null for nothing
     * @param bookmarklet address of this form for the bookmarklet; null where none is configured
     */
    public record Form(
            String action,
            String key,
            Map<String, String> values,
            Map<String, String> faults,
            @Nullable String notice,
            @Nullable String bookmarklet) {

        private static final List<String> FIELDS = List.of("url", "title", "note", "name", "link", "contact");

        public String value(String field) {
            return values.getOrDefault(field, "");
        }

        public @Nullable String fault(String field) {
            return faults.get(field);
        }

        /** Whether the cursor belongs there: it is the first field that something is wrong with. */
        public boolean isFirstFault(String field) {
            return FIELDS.stream().filter(faults::containsKey).findFirst().equals(Optional.of(field));
        }
    }

    /** One line of a form: an input of one kind. */
    public record Field(String name, String type, int max, boolean required, String autocomplete) {}

    /**
     * The receipt.
     *
     * @param state a word of the API, for the style
     * @param headline what it has come to
     * @param text what that means
     * @param reason why it was declined, as an editor wrote it
     * @param issue where it can be read; null where that is not known
     * @param steps the way of a link, done or not
     */
    public record ReceiptPage(
            String state,
            String headline,
            String text,
            @Nullable String reason,
            @Nullable String issue,
            List<Step> steps,
            List<Fact> facts,
            boolean contactKept) {}

    /** A step of the way. */
    public record Step(String name, boolean done) {}

    /**
     * Something that was submitted.
     *
     * @param at the instant, where it is one
     */
    public record Fact(String name, String value, @Nullable String at) {}
}
