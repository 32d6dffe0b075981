package app.tidings.curation.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What was read where a link leads, as far as it is known.
 *
 * @param address that the source showed
 * @param title of the page, or else the one that the source gave
 * @param text of the article
 * @param target where the address led in the end
 * @param canonical the address that the page gives as its own
 */
public record Reading(
        String address,
        String title,
        @Nullable String text,
        @Nullable String target,
        @Nullable String canonical) {

    /** A link of which no more than address and title is known. */
    public static Reading of(String address, String title) {
        return new Reading(address, title, null, null, null);
    }
}
