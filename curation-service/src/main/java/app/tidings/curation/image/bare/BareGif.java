package app.tidings.curation.image.bare;

import app.tidings.curation.image.bare.Bare.Format;
import app.tidings.platform.fetch.Body;
import java.io.ByteArrayOutputStream;

/** GIF (89a specification): its first image, with the extension that says which of its colours cannot be seen. */
final class BareGif {

    private static final int HEADER = 13;
    private static final int DESCRIPTOR = 10;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final int TRAILER = 0x3B;

    private final byte[] file;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();

    private BareGif(byte[] file) {
        this.file = file;
    }

    static Bare of(byte[] file) throws UnfitFile {
        return new BareGif(file).strip();
    }

    private Bare strip() throws UnfitFile {
        var at = HEADER + colours(u8(10));
        bare.write(file, 0, at);
        while (u8(at) != IMAGE) {
            UnfitFile.unless(u8(at) == EXTENSION, Refusal.BROKEN);
            var end = endOfBlocks(at + 2);
            if (u8(at + 1) == CONTROL) {
                bare.write(file, at, end - at);
            }
            at = end;
        }
        var data = at + DESCRIPTOR + colours(u8(at + 9)) + 1;
        bare.write(file, at, endOfBlocks(data) - at);
        bare.write(0); // where it breaks off, the end of its data
        bare.write(TRAILER);
        return new Bare(Format.GIF, Body.of(bare.toByteArray()), u16(at + 5), u16(at + 7), Exif.UPRIGHT);
    }

    /** Length of the table of colours that these flags tell of, in bytes. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int endOfBlocks(int begin) {
        var at = begin;
        while (at < file.length && file[at] != 0) {
            at += u8(at) + 1;
        }
        return Math.min(file.length, at + 1);
    }

    private int u8(int at) throws ArrayIndexOutOfBoundsException {
        return file[at] & 0xFF;
    }

    private int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }
}
