package app.tidings.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing.
 *
 * @param button posts to the same address
 */
public record Notice(
        String title,
        String text,
        @Nullable String button,
        @Nullable Link link) {

    /** Says it, and leads nowhere. */
    public static Notice of(String title, String text) {
        return new Notice(title, text, null, null);
    }
}
