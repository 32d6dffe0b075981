package app.tidings.curation.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files with segments that no encoder of ours writes. */
final class TestJpegs {

    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int COM = 0xFE;

    private TestJpegs() {}

    /** The quarters as a camera wrote them: how it was held, where it was, and what somebody said of it. */
    static byte[] fromACamera(int orientation) {
        var tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + 40);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put("GPS 31.2304 N 121.4737 E of a home".getBytes(ISO_8859_1));
        var file = TestImages.quarters("jpeg");
        file = with(file, COM, "a secret comment <script>alert(1)</script>");
        file = with(file, APP1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>the creator's name</x:xmpmeta>");
        return with(file, APP1, "Exif\0\0" + new String(tiff.array(), ISO_8859_1));
    }

    /** With a colour profile in it, in one part. */
    static byte[] withProfile(byte[] file, byte[] profile) {
        return with(file, APP2, "ICC_PROFILE\0\1\1" + new String(profile, ISO_8859_1));
    }

    /** Cyan ink above, and no ink at all below; as Adobe writes it, with all values turned round. */
    static byte[] inks(int transform) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 160, 120, 4, null);
        var cyan = transform == 2 ? new int[] {76, 85, 255, 255} : new int[] {0, 255, 255, 255};
        var none = transform == 2 ? new int[] {0, 128, 128, 255} : new int[] {255, 255, 255, 255};
        for (var y = 0; y < 120; y++) {
            for (var x = 0; x < 160; x++) {
                raster.setPixel(x, y, y < 60 ? cyan : none);
            }
        }
        return with(file(new IIOImage(raster, null, null)), ADOBE, "Adobe\0\144\0\0\0\0" + (char) transform);
    }

    private static byte[] file(IIOImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, image, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** So many scans of nothing but zeros, each of which makes a decoder walk through all of the image. */
    static byte[] withScans(int count) {
        var file = TestImages.interlaced(
                TestImages.quarters(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB)), "jpeg");
        var last = lastIndexOfScan(file);
        var bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, last);
        for (var i = 0; i < count; i++) {
            bytes.write(file, last, file.length - 2 - last);
        }
        bytes.write(file, file.length - 2, 2);
        return bytes.toByteArray();
    }

    private static int lastIndexOfScan(byte[] file) {
        var at = file.length - 2;
        while ((file[at] & 0xFF) != 0xFF || (file[at + 1] & 0xFF) != 0xDA) {
            at--;
        }
        return at;
    }

    /** With one segment more, right behind the mark of the beginning. */
    static byte[] with(byte[] file, int marker, String content) {
        var bytes = content.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(file.length + 4 + bytes.length)
                .put(file, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (bytes.length + 2))
                .put(bytes)
                .put(file, 2, file.length - 2)
                .array();
    }
}
