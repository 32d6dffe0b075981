package app.tidings.curation.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images that a test makes for itself. */
public final class TestImages {

    private TestImages() {}

    /** Fetches images whose turn is somebody else's until it is released. */
    public static FetchImage fetchWhen(Semaphore turn, Duration longestWait) {
        return new FetchImage(InstantSource.system(), new Turn(turn, longestWait, 1_000_000));
    }

    /** One colour, which is small as a file whatever its size. */
    public static byte[] plain(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return file(image, format);
    }

    /** Pure noise, which no format makes small. */
    static byte[] noise(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return file(image, format);
    }

    /** Half of it can be looked through. */
    static byte[] transparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return file(image, "png");
    }

    /** Paints red and green above blue and white, so that one sees how it is held. */
    static <T extends BufferedImage> T quarters(T image) {
        return quarters(image, Color.WHITE);
    }

    static <T extends BufferedImage> T quarters(T image, Color last) {
        var width = image.getWidth() / 2;
        var height = image.getHeight() / 2;
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, last};
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colours[(x < width ? 0 : 1) + (y < height ? 0 : 2)].getRGB());
            }
        }
        return image;
    }

    static byte[] quarters(String format) {
        return file(quarters(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB)), format);
    }

    /** What is in the middle of each quarter: R, G, B, W, K for black, and - for nothing. */
    static String corners(BufferedImage image) {
        var corners = new StringBuilder();
        for (var y : new int[] {image.getHeight() / 4, image.getHeight() * 3 / 4}) {
            for (var x : new int[] {image.getWidth() / 4, image.getWidth() * 3 / 4}) {
                corners.append(letter(new Color(image.getRGB(x, y), true)));
            }
        }
        return corners.toString();
    }

    private static char letter(Color colour) {
        if (colour.getAlpha() < 128) {
            return '-';
        }
        var bits =
                (colour.getRed() > 127 ? 4 : 0) | (colour.getGreen() > 127 ? 2 : 0) | (colour.getBlue() > 127 ? 1 : 0);
        return "KBGCRMYW".charAt(bits);
    }

    /** The quarters as a WebP that nothing in Java writes. */
    static byte[] webp(String name) {
        try (var stream = TestImages.class.getResourceAsStream("/images/%s.webp".formatted(name))) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As progressive JPEG, or interlaced PNG or GIF. */
    static byte[] interlaced(RenderedImage image, String format) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] file(RenderedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("nothing writes this as " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
