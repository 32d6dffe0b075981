package app.tidings.curation.image.bare;

import app.tidings.curation.image.bare.Bare.Format;
import app.tidings.platform.fetch.Body;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * WebP (RFC 9649): its lossy image, or the first one of an animation, with its colour profile; packed anew, so that the size that
 * is bounded is the one that is decoded. A lossless image is refused: a few bytes of it may ask for any number of passes over the
 * image (section 4), which its decoder makes without end. So is one with transparency, which is stored the same way as a rule:
 * without it, it would show what nobody was to see.
 */
final class BareWebp {

    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int LOSSY = 0x20385056;
    private static final int LOSSLESS = 0x4C385056;
    private static final int EXTENDED = 0x58385056;
    private static final int ALPHA = 0x48504C41;
    private static final int FRAME = 0x464D4E41;
    private static final int COLOURS = 0x50434349;
    private static final int EXIF = 0x46495845;
    private static final int HEAD = 12;
    private static final int AROUND = 8; // name and length of a chunk
    private static final int FRAME_HEAD = 16;
    private static final int HAS_COLOURS = 0x20;
    private static final int SIZE = 0x3FFF;

    private final ByteBuffer file;
    private @Nullable ByteBuffer image;
    private @Nullable ByteBuffer colours;
    private int orientation = Exif.UPRIGHT;

    private BareWebp(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Bare of(byte[] file) throws UnfitFile {
        var webp = new BareWebp(file);
        webp.collect(HEAD, file.length, true);
        return webp.packed();
    }

    /**
     * Takes of each kind of chunk the first; a chunk that breaks off ends the file.
     *
     * @param frames whether they are entered: there is none within another, and whoever nests them means harm
     */
    private void collect(int begin, int end, boolean frames) throws UnfitFile {
        var at = begin;
        while (at <= end - AROUND) {
            var length = file.getInt(at + 4);
            if (length < 0 || length > end - at - AROUND) {
                return;
            }
            var name = file.getInt(at);
            if (name != FRAME) {
                take(name, file.slice(at + AROUND, length).order(ByteOrder.LITTLE_ENDIAN));
            } else if (frames && image == null && length > FRAME_HEAD) {
                collect(at + AROUND + FRAME_HEAD, at + AROUND + length, false);
            }
            at += AROUND + length + (length & 1);
        }
    }

    private void take(int name, ByteBuffer chunk) throws UnfitFile {
        switch (name) {
            case LOSSY -> image = image == null ? chunk : image;
            case LOSSLESS, ALPHA -> UnfitFile.unless(image != null, Refusal.WEBP_LOSSLESS);
            case COLOURS -> colours = colours == null ? chunk : colours;
            case EXIF -> orientation = Exif.orientation(withoutName(chunk));
            default -> {} // animations' settings, XMP, whatever else somebody thought of
        }
    }

    private static ByteBuffer withoutName(ByteBuffer exif) {
        var name = StandardCharsets.ISO_8859_1.encode(Exif.NAME);
        var length = name.limit();
        return exif.limit() > length && exif.slice(0, length).equals(name)
                ? exif.slice(length, exif.limit() - length)
                : exif;
    }

    private Bare packed() throws UnfitFile {
        if (image == null || image.limit() < 10) {
            throw new UnfitFile(Refusal.BROKEN);
        }
        var width = image.getShort(6) & SIZE;
        var height = image.getShort(8) & SIZE;
        return new Bare(Format.WEBP, packed(image, width, height), width, height, orientation);
    }

    private Body packed(ByteBuffer pixels, int width, int height) {
        var packed = ByteBuffer.allocate(HEAD + AROUND + 10 + padded(colours) + padded(pixels))
                .order(ByteOrder.LITTLE_ENDIAN);
        packed.putInt(RIFF).putInt(packed.capacity() - AROUND).putInt(WEBP);
        packed.putInt(EXTENDED)
                .putInt(10)
                .putInt(colours == null ? 0 : HAS_COLOURS)
                .putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        chunk(packed, COLOURS, colours);
        chunk(packed, LOSSY, pixels);
        return Body.of(Arrays.copyOf(packed.array(), packed.position()));
    }

    private static int padded(@Nullable ByteBuffer chunk) {
        return chunk == null ? 0 : AROUND + chunk.limit() + (chunk.limit() & 1);
    }

    private static void chunk(ByteBuffer packed, int name, @Nullable ByteBuffer chunk) {
        if (chunk != null) {
            packed.putInt(name).putInt(chunk.limit()).put(chunk.rewind());
            if ((chunk.limit() & 1) == 1) {
                packed.put((byte) 0);
            }
        }
    }
}
