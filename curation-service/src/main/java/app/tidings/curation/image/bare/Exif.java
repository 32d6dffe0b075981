package app.tidings.curation.image.bare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of Exif (CIPA DC-008) that is used: how the camera was held. */
final class Exif {

    static final int UPRIGHT = 1;

    /** Stands before it in a JPEG, and in many a WebP, where it should not. */
    static final String NAME = "Exif\0\0";

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 200;

    private Exif() {}

    /** From a TIFF structure; upright where it does not say, or makes no sense. */
    static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        var entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xFFFF);
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY;
            if (entry > tiff.limit() - ENTRY) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
