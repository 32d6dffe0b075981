package app.tidings.curation.image;

import app.tidings.curation.image.bare.Refusal;
import app.tidings.platform.fetch.Body;

/** What became of an image that was to be made fit for mails and pages. */
sealed interface Shrunk {

    /**
     * It is fit: decoded, bounded, encoded anew.
     *
     * @param width in pixels
     * @param height in pixels
     * @param of the size of the file of which it was made
     */
    record Fit(String mediaType, int width, int height, Body body, Size of) implements Shrunk {}

    /** The size of an upright image in pixels. */
    record Size(int width, int height) {}

    /** It cannot be used. */
    record Refused(Refusal why) implements Shrunk {}
}
