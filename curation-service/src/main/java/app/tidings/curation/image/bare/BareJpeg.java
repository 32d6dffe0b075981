package app.tidings.curation.image.bare;

import app.tidings.curation.image.bare.Bare.Format;
import app.tidings.platform.fetch.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * JPEG (ITU-T T.81, annex B): tables, frame, scans, and of the applications' segments those that say how its colours are meant.
 */
final class BareJpeg {

    /** Cameras and encoders write up to a dozen; each may cost as much as all of the image. */
    static final int MOST_SCANS = 60;

    private static final int TEM = 0x01;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;

    private final byte[] file;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int orientation = Exif.UPRIGHT;
    private int scans;

    private BareJpeg(byte[] file) {
        this.file = file;
    }

    static Bare of(byte[] file) throws UnfitFile {
        var jpeg = new BareJpeg(file);
        jpeg.strip();
        return new Bare(Format.JPEG, Body.of(jpeg.bare.toByteArray()), jpeg.width, jpeg.height, jpeg.orientation);
    }

    private void strip() throws UnfitFile {
        marker(SOI);
        var at = 2;
        while (at < file.length - 1) {
            var marker = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || marker == 0xFF) {
                at++; // fill bytes before a marker, and what some cameras leave between segments
            } else if (marker == EOI) {
                break;
            } else if (marker == TEM || (marker >= RST0 && marker <= SOI)) {
                at += 2;
            } else {
                at = segment(marker, at);
            }
        }
        marker(EOI);
    }

    private void marker(int code) {
        bare.write(0xFF);
        bare.write(code);
    }

    /** Takes over what is needed of a segment; returns where the next one may begin. */
    private int segment(int marker, int at) throws UnfitFile {
        UnfitFile.unless(at + 4 <= file.length, Refusal.BROKEN);
        var end = at + 2 + Math.max(2, u16(at + 2));
        UnfitFile.unless(end <= file.length, Refusal.BROKEN);
        if (marker == SOS) {
            scans++;
            UnfitFile.unless(scans <= MOST_SCANS, Refusal.TOO_SLOW);
            end = endOfScan(end);
        } else if (marker == APP1 && isNamed(Exif.NAME, at + 4, end)) {
            var tiff = at + 4 + Exif.NAME.length();
            orientation = Exif.orientation(ByteBuffer.wrap(file).slice(tiff, end - tiff));
        } else if (isFrame(marker)) {
            frame(at, end);
        }
        if (isNeeded(marker, at + 4, end)) {
            bare.write(file, at, end - at);
        }
        return end;
    }

    /** In a scan, a marker is what is followed by neither zero nor the number of a restart. */
    private int endOfScan(int begin) {
        for (var at = begin; at < file.length - 1; at++) {
            var next = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < RST0 || next > RST0 + 7)) {
                return at;
            }
        }
        return file.length;
    }

    private void frame(int at, int end) throws UnfitFile {
        UnfitFile.unless(width == 0 && end - at >= 10, Refusal.BROKEN); // a second frame may have another size
        height = u16(at + 5);
        width = u16(at + 7);
        UnfitFile.unless(width > 0, Refusal.BROKEN);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
    }

    /** Applications keep all sorts of things, whole pictures and films among them, under the same markers as what is needed. */
    private boolean isNeeded(int marker, int begin, int end) {
        return switch (marker) {
            case COM -> false;
            case APP0 -> isNamed("JFIF\0", begin, end);
            case APP2 -> isNamed("ICC_PROFILE\0", begin, end);
            case APP14 -> isNamed("Adobe", begin, end);
            default -> marker < APP0 || marker > APP15;
        };
    }

    private boolean isNamed(String name, int begin, int end) {
        return end - begin > name.length()
                && new String(file, begin, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private int u16(int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }
}
