package app.tidings.curation.image;

import static app.tidings.curation.image.TestImages.corners;
import static app.tidings.curation.image.TestImages.quarters;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.image.Shrunk.Fit;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the format, what is kept shows what the file shows, and holds nothing else. */
class FormatsTest {

    private static final String UPRIGHT = "RGBW";

    private final ShrinkImage shrink = new ShrinkImage();

    @ParameterizedTest
    @CsvSource({"lossy, RGBW", "animated, RGBW", "turned, BRWG"})
    void readsWebp(String name, String shown) {
        var fit = fit(TestImages.webp(name));

        assertThat(corners(decoded(fit))).isEqualTo(shown);
        assertThat(fit.mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({"1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB", "9, RGBW"})
    void turnsAPhotographAsTheCameraWasHeld(int orientation, String shown) {
        var fit = fit(TestJpegs.fromACamera(orientation));

        assertThat(corners(decoded(fit))).isEqualTo(shown);
        assertThat(fit.width()).isEqualTo(orientation >= 5 && orientation <= 8 ? 120 : 160);
    }

    @Test
    void keepsNothingThatACameraOrAPersonWroteBesideThePicture() {
        var file = TestJpegs.fromACamera(1);
        assertThat(new String(file, ISO_8859_1)).contains("GPS", "xmpmeta", "secret");

        assertThat(new String(fit(file).body().bytes(), ISO_8859_1))
                .doesNotContain("Exif", "GPS", "xmpmeta", "creator", "secret", "script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void readsInterlacedFiles(String format) {
        var image = quarters(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB));

        assertThat(corners(decoded(fit(TestImages.interlaced(image, format))))).isEqualTo(UPRIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void readsInksAsAdobeWritesThem(int transform) {
        assertThat(corners(decoded(fit(TestJpegs.inks(transform))))).isEqualTo("CCWW");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void readsInksThroughTheirProfile(int transform) {
        var file = TestJpegs.withProfile(TestJpegs.inks(transform), TestProfiles.inks());

        assertThat(corners(decoded(fit(file)))).isEqualTo("MMWW"); // this profile's first ink is magenta
    }

    @Test
    void readsInksThoughTheirProfileIsBroken() {
        var file = TestJpegs.withProfile(TestJpegs.inks(0), new byte[200]);

        assertThat(corners(decoded(fit(file)))).isEqualTo("CCWW");
    }

    @Test
    void turnsColoursOfAnotherSpaceIntoThoseOfScreens() {
        var half = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        var grey = paintedWith(half, new Color(128, 128, 128));
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        var fit = fit(TestJpegs.withProfile(TestImages.file(grey, "jpeg"), linear));

        assertThat(decoded(fit).getRGB(80, 60) & 0xFF).isBetween(186, 190); // half of the light is 188 in sRGB
        assertThat(new String(fit.body().bytes(), ISO_8859_1)).doesNotContain("ICC_PROFILE");
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void keepsGreysAsGreyAsTheyAre(int type) {
        var image = new BufferedImage(160, 120, type);
        var middle = type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 128 << 8;
        for (var i = 0; i < 160 * 120; i++) {
            image.getRaster().setSample(i % 160, i / 160, 0, middle);
        }

        assertThat(decoded(fit(TestImages.file(image, "png"))).getRGB(80, 60)).isEqualTo(0xFF808080);
    }

    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT})
    void keepsGreysThatCanBeLookedThrough(int type) {
        var image = component(ColorSpace.getInstance(ColorSpace.CS_GRAY), type);
        var shift = type == DataBuffer.TYPE_BYTE ? 0 : 8;
        for (var i = 0; i < 160 * 120; i++) {
            image.getRaster().setPixel(i % 160, i / 160, new int[] {128 << shift, i % 160 < 80 ? 255 << shift : 0});
        }

        var shown = decoded(fit(TestImages.file(image, "png")));

        assertThat(shown.getRGB(40, 60)).isEqualTo(0xFF808080);
        assertThat(shown.getRGB(120, 60) >>> 24).isZero();
    }

    @Test
    void readsSixteenBitsAColour() {
        var image = quarters(
                component(ColorSpace.getInstance(ColorSpace.CS_sRGB), DataBuffer.TYPE_USHORT), new Color(0, true));

        assertThat(corners(decoded(fit(TestImages.file(image, "png"))))).isEqualTo("RGB-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void readsPalettesWithAColourThatIsNone(String format) {
        var red = new byte[] {(byte) 255, 0, 0, 0};
        var green = new byte[] {0, (byte) 255, 0, 0};
        var blue = new byte[] {0, 0, (byte) 255, 0};
        var palette = new IndexColorModel(2, 4, red, green, blue, 3);
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_INDEXED, palette);

        assertThat(corners(decoded(fit(TestImages.file(quarters(image, new Color(0, true)), format)))))
                .isEqualTo("RGB-");
    }

    private static BufferedImage component(ColorSpace space, int type) {
        ColorModel model = new ComponentColorModel(space, true, false, Transparency.TRANSLUCENT, type);
        var raster = Raster.createInterleavedRaster(type, 160, 120, model.getNumComponents(), null);
        return new BufferedImage(model, raster, false, null);
    }

    private static BufferedImage paintedWith(BufferedImage image, Color colour) {
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    private Fit fit(byte[] file) {
        assertThat(shrink.run(file)).isInstanceOf(Fit.class);
        return (Fit) shrink.run(file);
    }

    private static BufferedImage decoded(Fit fit) {
        try {
            return ImageIO.read(fit.body().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
