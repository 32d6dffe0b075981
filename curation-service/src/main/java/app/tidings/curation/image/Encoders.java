package app.tidings.curation.image;

import app.tidings.curation.image.decode.Platform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The platform's own encoders, whatever else is on the class path: the same pixels become the same bytes. */
final class Encoders {

    private static final ImageWriterSpi PNG = Platform.provider(ImageWriterSpi.class, "png.PNGImageWriterSpi");
    private static final ImageWriterSpi JPEG = Platform.provider(ImageWriterSpi.class, "jpeg.JPEGImageWriterSpi");

    private Encoders() {}

    static byte[] png(BufferedImage image) throws IOException {
        var writer = PNG.createWriterInstance();
        return written(writer, image, writer.getDefaultWriteParam());
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = JPEG.createWriterInstance();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        return written(writer, image, how);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam how) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
