package app.tidings.curation.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model wrote about an item in one language, as plain text. Nothing of it is printed until an editor accepts it.
 *
 * @param title the item's title in that language; null where there was nothing to translate
 * @param doubts words of title and text that the page does not hold
 * @param of what it was written about, as {@link #about} has it; null in documents of before
 */
public record ItemDraft(
        String text,
        @Nullable String title,
        List<String> doubts,
        @Nullable String of) {

    public ItemDraft {
        doubts = List.copyOf(doubts);
    }

    /** A mark of what was read. */
    public static String about(String title, String text) {
        return hash(title + "\0" + text);
    }

    /** Whether it was written about a page as it was before. */
    public boolean isOutdated(String title, String text) {
        return of != null && !of.equals(about(title, text));
    }

    /** Names these very words: another draft in the same place has another one. */
    public String id() {
        return hash(text + "\0" + Objects.requireNonNullElse(title, ""));
    }

    private static String hash(String text) {
        return Ids.contentHash(text.getBytes(UTF_8));
    }
}
