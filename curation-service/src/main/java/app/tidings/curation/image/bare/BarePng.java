package app.tidings.curation.image.bare;

import app.tidings.curation.image.bare.Bare.Format;
import app.tidings.platform.fetch.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** PNG (W3C PNG third edition): the chunks of the image itself; of an animation, the image that stands for it. */
final class BarePng {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12; // length, type and checksum of a chunk
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;
    private static final Set<Integer> NEEDED = Set.of(IHDR, PLTE, TRNS, IDAT, IEND);
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    private BarePng() {}

    static Bare of(byte[] file) throws UnfitFile {
        var in = ByteBuffer.wrap(file);
        UnfitFile.unless(file.length > SIGNATURE + AROUND && in.getInt(SIGNATURE + 4) == IHDR, Refusal.BROKEN);
        var width = in.getInt(SIGNATURE + 8);
        var height = in.getInt(SIGNATURE + 12);
        var orientation = Exif.UPRIGHT;
        var bare = new ByteArrayOutputStream();
        bare.write(file, 0, SIGNATURE);
        var at = SIGNATURE;
        while (at <= file.length - AROUND) {
            var length = in.getInt(at);
            var type = in.getInt(at + 4);
            if (length < 0 || length > file.length - at - AROUND) {
                break; // it breaks off: what is there of the image may do
            }
            if (type == EXIF) {
                orientation = Exif.orientation(in.slice(at + 8, length));
            }
            if (NEEDED.contains(type) && (type != IHDR || at == SIGNATURE)) {
                bare.write(file, at, length + AROUND);
            }
            at = type == IEND ? file.length : at + length + AROUND;
        }
        bare.writeBytes(END);
        return new Bare(Format.PNG, Body.of(bare.toByteArray()), width, height, orientation);
    }
}
