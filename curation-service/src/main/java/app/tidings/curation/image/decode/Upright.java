package app.tidings.curation.image.decode;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;

/** Turns an image as Exif's orientation says (CIPA DC-008, tag 274), into plain sRGB pixels. */
final class Upright {

    private Upright() {}

    /** Whether width and height change their places. */
    static boolean isOnItsSide(int orientation) {
        return orientation >= 5;
    }

    static BufferedImage of(BufferedImage image, int orientation) {
        var width = isOnItsSide(orientation) ? image.getHeight() : image.getWidth();
        var height = isOnItsSide(orientation) ? image.getWidth() : image.getHeight();
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = upright.createGraphics();
        graphics.drawImage(plain(image), turn(orientation, image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return upright;
    }

    /** Greys with alpha the platform takes for linear ones, which makes them lighter; their samples are meant as they are. */
    private static BufferedImage plain(BufferedImage image) {
        if (image.getRaster().getNumBands() != 2) {
            return image;
        }
        var raster = image.getRaster();
        var shift = image.getColorModel().getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var grey = raster.getSample(x, y, 0) >> shift;
                plain.setRGB(x, y, raster.getSample(x, y, 1) >> shift << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return plain;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
