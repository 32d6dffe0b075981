package app.tidings.curation.image.decode;

import app.tidings.curation.image.bare.Refusal;
import java.awt.image.BufferedImage;

/** What became of a file that was to be decoded. */
public sealed interface Decoded {

    /**
     * Its pixels, upright, in sRGB.
     *
     * @param image perhaps with fewer pixels than the file, but not with fewer than were asked for
     * @param width of the upright image as the file has it, in pixels
     * @param height of the same
     * @param photograph whether the file's format is one for photographs
     */
    record Picture(BufferedImage image, int width, int height, boolean photograph) implements Decoded {}

    /** It is not used. */
    record Refused(Refusal why) implements Decoded {}
}
