package app.tidings.curation.image;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.platform.fetch.Body;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes any image fit to be kept: its type is read from its bytes, its size before its pixels, and what is kept is encoded
 * anew, so that nothing else of the file survives. One image is decoded at a time, which bounds the memory.
 */
final class ShrinkImage {

    static final int MAX_WIDTH = 1200;
    static final int MAX_HEIGHT = 2400;
    static final int MIN_SIDE = 48;
    static final long MAX_PIXELS = 24_000_000;

    private static final float[] QUALITIES = {0.85f, 0.75f, 0.6f, 0.45f};
    private static final double SMALLER = 0.75;

    private final Semaphore decoding = new Semaphore(1);

    Shrunk run(byte[] file) {
        var format = formatOf(file);
        if (format.isEmpty()) {
            return new Refused("it is neither JPEG nor PNG nor GIF");
        }
        decoding.acquireUninterruptibly();
        try {
            return shrink(file, format.get());
        } catch (IOException | RuntimeException e) { // the decoders throw all kinds of them for broken files
            return new Refused("it cannot be decoded: " + e.getClass().getSimpleName());
        } finally {
            decoding.release();
        }
    }

    private static Optional<String> formatOf(byte[] file) {
        if (startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpeg");
        }
        if (startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("png");
        }
        return startsWith(file, 'G', 'I', 'F', '8') ? Optional.of("gif") : Optional.empty();
    }

    private static boolean startsWith(byte[] file, int... magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if ((file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Shrunk shrink(byte[] file, String format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var stream = new MemoryCacheImageInputStream(Body.of(file).stream())) {
            reader.setInput(stream, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                return new Refused("it has more than %d pixels".formatted(MAX_PIXELS));
            }
            var scale = Math.min(1.0, Math.min((double) MAX_WIDTH / width, (double) MAX_HEIGHT / height));
            if (Math.min(width, height) * scale < MIN_SIDE) {
                return new Refused("it is too small or too narrow to be of use");
            }
            return encode(scaled(decode(reader, width), scale * width, scale * height), format);
        } finally {
            reader.dispose();
        }
    }

    /** Decodes at most about four times the pixels that are needed. */
    private static BufferedImage decode(ImageReader reader, int width) throws IOException {
        var step = Math.max(1, width / (2 * MAX_WIDTH));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
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

    private static Shrunk encode(BufferedImage image, String format) throws IOException {
        if (!format.equals("jpeg")) {
            var png = png(image);
            if (png.length <= ImageKept.MAX_BYTES) {
                return new Fit("image/png", image.getWidth(), image.getHeight(), Body.of(png));
            }
        }
        var opaque = onWhite(image);
        while (Math.min(opaque.getWidth(), opaque.getHeight()) >= MIN_SIDE) {
            for (var quality : QUALITIES) {
                var jpeg = jpeg(opaque, quality);
                if (jpeg.length <= ImageKept.MAX_BYTES) {
                    return new Fit("image/jpeg", opaque.getWidth(), opaque.getHeight(), Body.of(jpeg));
                }
            }
            opaque = onWhite(scaled(opaque, opaque.getWidth() * SMALLER, opaque.getHeight() * SMALLER));
        }
        return new Refused("it cannot be made small enough");
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
