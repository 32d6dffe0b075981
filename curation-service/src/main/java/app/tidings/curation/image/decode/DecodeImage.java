package app.tidings.curation.image.decode;

import app.tidings.curation.image.bare.Bare;
import app.tidings.curation.image.bare.Bare.Format;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.curation.image.bare.UnfitFile;
import app.tidings.curation.image.decode.Decoded.Picture;
import app.tidings.curation.image.decode.Decoded.Refused;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes an image file of unknown origin: stripped, bounded by what its header says, subsampled while it is read, within a time.
 * It takes at most some 200 MB of memory, so one is decoded at a time.
 */
public final class DecodeImage {

    /** In pixels: smaller are icons, avatars, badges and counting pixels. */
    public static final int MIN_SIDE = 100;

    /** So many times longer than wide, or wider than high: more are lines and banners. */
    public static final int MOST_RATIO = 8;

    /** How many times larger than asked for an image may be before only every second pixel is read, and so on. */
    private static final double SPARE = 1.5;

    private final Duration most;

    /**
     * Makes the work.
     *
     * @param most how long an image may take
     */
    public DecodeImage(Duration most) {
        this.most = most;
    }

    /** The image for a box of this size in pixels, in at least as many pixels where it has them. */
    public Decoded run(byte[] file, int width, int height) {
        try {
            var bare = Bare.of(file);
            usable(bare);
            return decoded(bare, width, height);
        } catch (UnfitFile unfit) {
            return new Refused(unfit.why());
        } catch (IOException | RuntimeException broken) { // the decoders throw all kinds of them for broken files
            return new Refused(TooSlow.isCauseOf(broken) ? Refusal.TOO_SLOW : Refusal.BROKEN);
        }
    }

    private static void usable(Bare bare) throws UnfitFile {
        var shorter = Math.min(bare.width(), bare.height());
        UnfitFile.unless(shorter >= MIN_SIDE, Refusal.TOO_SMALL);
        UnfitFile.unless(Math.max(bare.width(), bare.height()) <= MOST_RATIO * shorter, Refusal.TOO_NARROW);
    }

    private Decoded decoded(Bare bare, int width, int height) throws IOException {
        var turned = Upright.isOnItsSide(bare.orientation());
        var full = turned ? new int[] {bare.height(), bare.width()} : new int[] {bare.width(), bare.height()};
        var larger = Math.max((double) full[0] / width, (double) full[1] / height);
        var step = Math.max(1, (int) Math.round(larger / SPARE));
        var image = Upright.of(pixels(bare, step), bare.orientation());
        return new Picture(image, full[0], full[1], bare.format() == Format.JPEG);
    }

    private BufferedImage pixels(Bare bare, int step) throws IOException {
        var reader = Readers.of(bare.format());
        try (var stream = new MemoryCacheImageInputStream(bare.file().stream())) {
            reader.addIIOReadProgressListener(new TooSlow.Watch(most));
            reader.setInput(stream, true, true);
            UnfitFile.unless(
                    reader.getWidth(0) == bare.width() && reader.getHeight(0) == bare.height(), Refusal.BROKEN);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }
}
