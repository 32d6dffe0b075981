package app.tidings.curation.image;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.curation.image.Shrunk.Size;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.curation.image.decode.DecodeImage;
import app.tidings.curation.image.decode.Decoded;
import app.tidings.curation.image.decode.Decoded.Picture;
import app.tidings.platform.fetch.Body;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Makes any image fit to be kept: never larger than it was, at most 1,200 by 2,400 pixels and 100 KB. What is kept is encoded
 * anew from its pixels, so that nothing else of the file survives: no place, no camera, no comment, no second file behind it.
 */
final class ShrinkImage {

    static final int MAX_WIDTH = 1200;
    static final int MAX_HEIGHT = 2400;

    private static final float[] QUALITIES = {0.85f, 0.75f, 0.6f, 0.45f};
    private static final double SMALLER = 0.75;
    private static final int LEAST = 48;
    private static final Duration MOST = Duration.ofSeconds(20);

    private final DecodeImage decode = new DecodeImage(MOST);

    Shrunk run(byte[] file) {
        return switch (decode.run(file, MAX_WIDTH, MAX_HEIGHT)) {
            case Decoded.Refused(var why) -> new Refused(why);
            case Picture picture -> encoded(picture);
        };
    }

    private static Shrunk encoded(Picture picture) {
        var scale =
                Math.min(1.0, Math.min((double) MAX_WIDTH / picture.width(), (double) MAX_HEIGHT / picture.height()));
        var image = scaled(picture.image(), scale * picture.width(), scale * picture.height());
        try {
            return encoded(image, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // to memory
        }
    }

    private static Shrunk encoded(BufferedImage image, Picture picture) throws IOException {
        var size = new Size(picture.width(), picture.height());
        var opaque = onWhite(image);
        if (!picture.photograph()) {
            var shown = isSeenThrough(image) ? image : opaque;
            var png = Encoders.png(shown);
            if (png.length <= ImageKept.MAX_BYTES) {
                return new Fit("image/png", image.getWidth(), image.getHeight(), Body.of(png), size);
            }
        }
        while (Math.min(opaque.getWidth(), opaque.getHeight()) >= LEAST) {
            for (var quality : QUALITIES) {
                var jpeg = Encoders.jpeg(opaque, quality);
                if (jpeg.length <= ImageKept.MAX_BYTES) {
                    return new Fit("image/jpeg", opaque.getWidth(), opaque.getHeight(), Body.of(jpeg), size);
                }
            }
            opaque = onWhite(scaled(opaque, opaque.getWidth() * SMALLER, opaque.getHeight() * SMALLER));
        }
        return new Refused(Refusal.TOO_HEAVY);
    }

    private static BufferedImage scaled(BufferedImage image, double width, double height) {
        var target = new BufferedImage(
                Math.max(1, (int) Math.round(width)),
                Math.max(1, (int) Math.round(height)),
                BufferedImage.TYPE_INT_ARGB);
        var graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, target.getWidth(), target.getHeight(), null);
        graphics.dispose();
        return target;
    }

    private static boolean isSeenThrough(BufferedImage image) {
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            for (var pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}
