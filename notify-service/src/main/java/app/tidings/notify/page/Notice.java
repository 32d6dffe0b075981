package app.tidings.notify.page;

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

    /** The way on. */
    public record Link(String text, String href) {}

    static Notice of(String title, String text) {
        return new Notice(title, text, null, null);
    }
}
