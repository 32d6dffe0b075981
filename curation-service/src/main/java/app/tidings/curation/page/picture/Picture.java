package app.tidings.curation.page.picture;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript.Image;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a page has to offer.
 *
 * @param alt proposed for those who cannot see it, in the page's words; empty where the page has none
 * @param sha256 of the image that was made of it and is kept; null where it was not taken
 * @param unusable why it was tried and not taken, as a short word such as {@code http-404}; null where it was not
 */
public record Picture(
        URI url,
        From from,
        String alt,
        @Nullable AltFrom altFrom,
        @Nullable String sha256,
        @Nullable String unusable) {

    /** Where a page shows it. */
    public enum From {
        /** The page names it as the picture of itself. */
        PAGE,
        /** It stands in the article. */
        TEXT
    }

    /** Whose words the alternative text is. */
    public enum AltFrom {
        /** The page's own alternative text of this picture. */
        ALT,
        CAPTION,
        /** The heading above it. */
        HEADING,
        /** The page's title, for want of anything closer. */
        TITLE
    }

    /** The same picture, once it is kept. */
    public Picture kept(String hash) {
        return new Picture(url, from, alt, altFrom, hash, null);
    }

    /** What is shown of it, once an image was made of it: with the alternative text that is proposed, and no caption. */
    public Image shown(ImageKept image) {
        return new Image(image.sha256(), image.width(), image.height(), alt, "");
    }

    /** The same picture, which turned out to be of no use. */
    public Picture refused(String why) {
        return new Picture(url, from, alt, altFrom, null, why);
    }
}
