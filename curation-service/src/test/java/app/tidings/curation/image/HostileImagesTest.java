package app.tidings.curation.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.curation.image.bare.Bare;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.curation.image.decode.DecodeImage;
import app.tidings.curation.image.decode.Decoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made to do harm: each is refused by its reason, or becomes an image that does none. */
@Timeout(20)
class HostileImagesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    /** 160 by 120 pixels, and then a transform of the whole image for each bit or two, as long as there are any. */
    private static final String LOSSLESS = "VP8L\12\0\0\0/\237\300\35\0\377\377\377\377\377";

    /** The header of an image of 160 by 120 pixels. */
    private static final String LOSSY = "VP8 \12\0\0\0\20\0\0\235\1\52\240\0\170\0";

    private final ShrinkImage shrink = new ShrinkImage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "\uFEFF<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"a\">]><!-- a --><SVG onload=\"alert(1)\"/>"
            })
    void asSvgAreRefused(String file) {
        assertThat(shrink.run(file.getBytes(UTF_8))).isEqualTo(new Refused(Refusal.SVG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avif", "avis", "heic", "mif1"})
    void thatNeedNativeDecodersAreRefusedByName(String brand) {
        var file = "\0\0\0\30ftyp" + brand + "\0\0\0\0mif1miaf";

        assertThat(shrink.run(file.getBytes(ISO_8859_1))).isEqualTo(new Refused(Refusal.AVIF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void thatClaimMorePixelsThanAnyMemoryHoldsAreRefusedByTheirHeader(String format) {
        var file = TestImages.plain(format, 160, 120);
        switch (format) {
            case "png" -> ByteBuffer.wrap(file).putInt(16, 100_000).putInt(20, 100_000);
            case "gif" -> gifSize(file, 65_535);
            default -> {
                var frame = indexOf(file, 0xFF, 0xC0);
                ByteBuffer.wrap(file).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
            }
        }

        assertThat(shrink.run(file)).isEqualTo(new Refused(Refusal.TOO_MANY_PIXELS));
    }

    private static void gifSize(byte[] file, int size) {
        var image = indexOf(file, 0x2C, 0);
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(image + 5, (short) size)
                .putShort(image + 7, (short) size);
    }

    @Test
    void whoseSmallCanvasHoldsALargeImageAreRefusedByTheImage() {
        var image = "VP8 \n\0\0\0\20\0\0\235\1\52\377\77\377\77"; // 16,383 by 16,383
        var canvas = "VP8X\n\0\0\0\0\0\0\0\237\0\0\167\0\0"; // 160 by 120
        var file = "RIFF\44\0\0\0WEBP" + canvas + image;

        assertThat(shrink.run(file.getBytes(ISO_8859_1))).isEqualTo(new Refused(Refusal.TOO_MANY_PIXELS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOSSLESS,
                "ALPH\2\0\0\0\1\377" + LOSSY, // transparency, compressed as a lossless image
                "ALPH\2\0\0\0\0\377" + LOSSY, // the same as it is
                "ANMF\42\0\0\0" + "################" + LOSSLESS
            })
    void thatAreLosslessWebpInAnyPartAreRefused(String chunks) {
        assertThat(shrink.run(webp(chunks))).isEqualTo(new Refused(Refusal.WEBP_LOSSLESS));
    }

    @Test
    void ofFramesWithinFramesAreRefused() {
        var depth = 100_000;
        var file = ByteBuffer.allocate(12 + 24 * depth).order(ByteOrder.LITTLE_ENDIAN);
        file.put(webp(""));
        while (file.remaining() >= 24) {
            file.put("ANMF".getBytes(ISO_8859_1)).putInt(file.remaining() - 4).position(file.position() + 16);
        }

        assertThat(shrink.run(file.array())).isEqualTo(new Refused(Refusal.BROKEN));
    }

    @Test
    void ofAHundredThousandFramesShowTheFirst() {
        var file = TestImages.quarters("gif");
        var image = indexOf(file, 0x2C, 0);
        var many = new ByteArrayOutputStream();
        many.write(file, 0, file.length - 1);
        for (var i = 0; i < 100_000; i++) {
            many.write(file, image, 10);
            many.writeBytes(new byte[] {2, 2, 0x44, 0x01, 0}); // the smallest data there are
        }
        many.write(';');

        assertThat(shrink.run(many.toByteArray())).isEqualTo(shrink.run(file));
    }

    @Test
    void withEightMegabytesOfCommentsCostNoMoreThanTheirImage() {
        var file = TestImages.quarters("gif");
        var image = indexOf(file, 0x2C, 0);
        var talkative = new ByteArrayOutputStream();
        talkative.write(file, 0, image);
        talkative.writeBytes(new byte[] {0x21, (byte) 0xFE});
        var block = new byte[256];
        block[0] = (byte) 255;
        for (var i = 0; i < 32_000; i++) {
            talkative.writeBytes(block);
        }
        talkative.write(0);
        talkative.write(file, image, file.length - image);

        assertThat(shrink.run(talkative.toByteArray())).isEqualTo(shrink.run(file));
    }

    @Test
    void ofMoreScansThanAnyEncoderWritesAreRefused() {
        assertThat(shrink.run(TestJpegs.withScans(20))).isInstanceOf(Fit.class);
        assertThat(shrink.run(TestJpegs.withScans(100))).isEqualTo(new Refused(Refusal.TOO_SLOW));
    }

    @Test
    void withASecondFrameOfAnotherSizeAreRefused() {
        var file = TestImages.quarters("jpeg");
        var frame = indexOf(file, 0xFF, 0xC0);
        var twice = new ByteArrayOutputStream();
        twice.write(file, 0, frame + 19);
        twice.write(file, frame, file.length - frame);

        assertThat(shrink.run(twice.toByteArray())).isEqualTo(new Refused(Refusal.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void thatAreSomethingElseAsWellBecomeImagesAlone(String format) {
        var file = TestImages.quarters(format);
        var both = Arrays.copyOf(file, file.length + 2 * SCRIPT.length() + 2);
        var payload = ("PK" + SCRIPT + SCRIPT).getBytes(ISO_8859_1);
        System.arraycopy(payload, 0, both, file.length, payload.length);
        var comment = format.equals("jpeg") ? TestJpegs.with(both, 0xFE, "*/=1;" + SCRIPT) : both;

        assertThat(shrink.run(comment))
                .isEqualTo(shrink.run(file))
                .isInstanceOfSatisfying(
                        Fit.class,
                        fit -> assertThat(fit.body().text(ISO_8859_1)).doesNotContain("script"));
    }

    @ParameterizedTest
    @CsvSource({"0xE0, JFXX", "0xE2, MPF", "0xE2, FPXR", "0xE2, ICC", "0xEE, Ducky", "0xED, Photoshop 3.0"})
    void thatHideSomethingInASegmentLoseIt(int marker, String name) throws IOException {
        var file = TestImages.quarters("jpeg");
        var hiding = TestJpegs.with(file, marker, name + "\0" + SCRIPT);

        assertThat(Bare.of(hiding)).isEqualTo(Bare.of(file));
    }

    @Test
    void thatHideSomethingInAChunkLoseIt() {
        var file = TestImages.quarters("png");
        var text = ("tEXtComment\0" + SCRIPT).getBytes(ISO_8859_1);
        var hiding = ByteBuffer.allocate(file.length + text.length + 8);
        hiding.put(file, 0, 33).putInt(text.length - 4).put(text).putInt(0).put(file, 33, file.length - 33);

        assertThat(shrink.run(hiding.array())).isEqualTo(shrink.run(file)).isInstanceOf(Fit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void cutOffAnywhereEndWithAValue(String format) {
        var file = TestImages.quarters(format);

        for (var length = 0; length < file.length; length += Math.max(1, file.length / 150)) {
            assertThat(shrink.run(Arrays.copyOf(file, length))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void thatTakeLongerThanTheyMayAreRefused(String format) {
        var decode = new DecodeImage(Duration.ofNanos(-1));

        assertThat(decode.run(TestImages.quarters(format), 100, 100)).isEqualTo(new Decoded.Refused(Refusal.TOO_SLOW));
    }

    @Test
    void inWebpThatTakeLongerThanTheyMayAreRefused() {
        var decode = new DecodeImage(Duration.ofNanos(-1));

        assertThat(decode.run(TestImages.webp("lossy"), 100, 100)).isEqualTo(new Decoded.Refused(Refusal.TOO_SLOW));
    }

    private static byte[] webp(String chunks) {
        return ("RIFF\0\0\0\0WEBP" + chunks).getBytes(ISO_8859_1);
    }

    private static int indexOf(byte[] file, int first, int second) {
        for (var i = 0; i < file.length - 1; i++) {
            if ((file[i] & 0xFF) == first && (file[i + 1] & 0xFF) == second) {
                return i;
            }
        }
        throw new AssertionError("not in it");
    }
}
