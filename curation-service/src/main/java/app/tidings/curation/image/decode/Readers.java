package app.tidings.curation.image.decode;

import app.tidings.curation.image.bare.Bare.Format;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The four decoders that hostile bytes reach, by name: whatever else is on the class path is never asked. */
final class Readers {

    private static final ImageReaderSpi JPEG = jpeg();
    private static final ImageReaderSpi PNG = Platform.provider(ImageReaderSpi.class, "png.PNGImageReaderSpi");
    private static final ImageReaderSpi GIF = Platform.provider(ImageReaderSpi.class, "gif.GIFImageReaderSpi");
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    private Readers() {}

    /** A new reader of a format; the caller disposes of it. */
    static ImageReader of(Format format) throws IOException {
        return switch (format) {
            case JPEG -> JPEG.createReaderInstance();
            case PNG -> PNG.createReaderInstance();
            case GIF -> GIF.createReaderInstance();
            case WEBP -> WEBP.createReaderInstance();
        };
    }

    /** Turns printers' colours into ours ten times faster than the platform's own, on which it stands; it looks for that in the registry. */
    private static ImageReaderSpi jpeg() {
        var reader = new JPEGImageReaderSpi();
        reader.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return reader;
    }
}
