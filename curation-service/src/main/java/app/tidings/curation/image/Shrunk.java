package app.tidings.curation.image;

import app.tidings.curation.image.bare.Refusal;
import app.tidings.platform.fetch.Body;

/** What became of an image that was to be made fit for mails and pages. */
sealed interface Shrunk {

    /** It is fit: decoded, bounded, encoded anew. */
    record Fit(String mediaType, int width, int height, Body body) implements Shrunk {}

    /** It cannot be used. */
    record Refused(Refusal why) implements Shrunk {}
}
