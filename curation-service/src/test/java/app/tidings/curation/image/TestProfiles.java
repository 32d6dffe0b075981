package app.tidings.curation.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** A colour profile of four inks (ICC.1, with tables of type {@code mft1}): the first is magenta, the second cyan. */
final class TestProfiles {

    private static final int HEADER = 128;
    private static final int TAGS = HEADER + 4 + 2 * 12;
    private static final int THERE = 48 + 4 * 256 + 16 * 3 + 3 * 256;
    private static final int BACK = 48 + 3 * 256 + 8 * 4 + 4 * 256;

    private TestProfiles() {}

    static byte[] inks() {
        var profile = ByteBuffer.allocate(TAGS + THERE + BACK);
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02400000);
        text(profile, "prtrCMYKLab ").put(new byte[12]);
        text(profile, "acsp").position(68);
        profile.putInt(0xF6D6).putInt(0x10000).putInt(0xD32D); // the light of D50
        profile.position(HEADER);
        profile.putInt(2);
        text(profile, "A2B0").putInt(TAGS).putInt(THERE);
        text(profile, "B2A0").putInt(TAGS + THERE).putInt(BACK);
        table(profile, 4, 3);
        for (var i = 0; i < 16; i++) {
            profile.put(lab((i & 8) != 0, (i & 4) != 0, (i & 3) != 0));
        }
        ramps(profile, 3);
        table(profile, 3, 4);
        profile.put(new byte[8 * 4]); // nobody prints with it: whatever the colour, no ink
        ramps(profile, 4);
        return profile.array();
    }

    /** The beginning of a table with two points an axis, up to the points. */
    private static void table(ByteBuffer profile, int from, int to) {
        text(profile, "mft1").putInt(0).put(new byte[] {(byte) from, (byte) to, 2, 0});
        for (var i = 0; i < 9; i++) {
            profile.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        ramps(profile, from);
    }

    private static byte[] lab(boolean magenta, boolean cyan, boolean other) {
        if (other || (magenta && cyan)) {
            return lab(10, 0, 0);
        }
        return magenta ? lab(60, 98, -60) : cyan ? lab(91, -48, -14) : lab(100, 0, 0);
    }

    private static byte[] lab(int l, int a, int b) {
        return new byte[] {(byte) (l * 255 / 100), (byte) (a + 128), (byte) (b + 128)};
    }

    private static void ramps(ByteBuffer profile, int count) {
        for (var i = 0; i < count * 256; i++) {
            profile.put((byte) i);
        }
    }

    private static ByteBuffer text(ByteBuffer profile, String text) {
        return profile.put(text.getBytes(ISO_8859_1));
    }
}
