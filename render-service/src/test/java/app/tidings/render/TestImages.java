package app.tidings.render;

import static app.tidings.render.TestManuscripts.NOW;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript.Image;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Images that curation could have kept. */
public final class TestImages {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;

    private TestImages() {}

    /** An image of one colour; each colour is another image. */
    public static ImageKept anImage(int colour) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        var bytes = png(image);
        return new ImageKept(
                Ids.contentHash(bytes),
                "image/png",
                WIDTH,
                HEIGHT,
                Base64.getEncoder().encodeToString(bytes),
                NOW);
    }

    /** How a manuscript refers to it. */
    public static Image of(ImageKept kept) {
        return new Image(kept.sha256(), kept.width(), kept.height(), "一种颜色", "");
    }

    private static byte[] png(BufferedImage image) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
