package app.tidings.curation.image.bare;

import app.tidings.platform.fetch.Body;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An image file stripped to what its pixels need: one image, without metadata, comments, further frames and whatever stands
 * behind it. Decoders see nothing else, so what they do with the rest is nobody's trouble.
 *
 * @param width in pixels, as its header says
 * @param height in pixels, as its header says
 * @param orientation as Exif numbers them, 1 to 8; 1 is upright
 */
public record Bare(Format format, Body file, int width, int height, int orientation) {

    private static final int HEAD = 1024;

    /** The formats that are read. */
    public enum Format {
        JPEG(24_000_000),
        PNG(24_000_000),
        GIF(24_000_000),
        /** Its decoder takes 27 bytes a pixel, the others at most four. */
        WEBP(6_000_000);

        private final long mostPixels;

        Format(long mostPixels) {
            this.mostPixels = mostPixels;
        }
    }

    /** Strips a file; throws what its reader meets in a broken one. */
    public static Bare of(byte[] file) throws UnfitFile {
        var bare = stripped(file);
        UnfitFile.unless(bare.width > 0 && bare.height > 0, Refusal.BROKEN);
        UnfitFile.unless((long) bare.width * bare.height <= bare.format.mostPixels, Refusal.TOO_MANY_PIXELS);
        return bare;
    }

    /** By its first bytes: what its server or its name says of it is not asked. */
    private static Bare stripped(byte[] file) throws UnfitFile {
        var head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return BareJpeg.of(file);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return BarePng.of(file);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return BareGif.of(file);
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return BareWebp.of(file);
        }
        throw new UnfitFile(other(head));
    }

    private static Refusal other(String head) {
        if (head.startsWith("ftyp", 4)) { // ISO 14496-12, section 4.3: the first brand says what it is
            var brand = head.substring(8, Math.min(12, head.length()));
            return brand.startsWith("avi") || brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1")
                    ? Refusal.AVIF
                    : Refusal.NO_IMAGE;
        }
        return head.toLowerCase(Locale.ROOT).contains("<svg")
                        && !head.toLowerCase(Locale.ROOT).contains("<html")
                ? Refusal.SVG
                : Refusal.NO_IMAGE;
    }
}
