package app.tidings.curation.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.curation.image.bare.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkImageTest {

    private final ShrinkImage shrink = new ShrinkImage();

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void keepsASmallDrawingAsPng(String format) throws IOException {
        var fit = fit(TestImages.plain(format, 300, 200));

        assertThat(fit.mediaType()).isEqualTo("image/png");
        assertThat(decoded(fit).getWidth()).isEqualTo(300).isEqualTo(fit.width());
        assertThat(decoded(fit).getHeight()).isEqualTo(200).isEqualTo(fit.height());
    }

    @Test
    void keepsAPhotographAsJpeg() throws IOException {
        var fit = fit(TestImages.plain("jpeg", 300, 200));

        assertThat(fit.mediaType()).isEqualTo("image/jpeg");
        assertThat(decoded(fit).getWidth()).isEqualTo(300);
    }

    @Test
    void keepsWhatCanBeLookedThrough() throws IOException {
        assertThat(decoded(fit(TestImages.transparent(300, 200))).getRGB(299, 100) >>> 24)
                .isZero();
    }

    @Test
    void makesAWideImageNarrower() {
        var fit = fit(TestImages.plain("png", 5000, 2500));

        assertThat(fit.width()).isEqualTo(1200);
        assertThat(fit.height()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void makesEvenNoiseSmallEnough(String format) throws IOException {
        var fit = fit(TestImages.noise(format, 1500, 1000));

        assertThat(fit.body().size()).isLessThanOrEqualTo(ImageKept.MAX_BYTES);
        assertThat(decoded(fit).getWidth()).isEqualTo(fit.width());
    }

    @Test
    void makesTheSameOfTheSame() {
        var file = TestImages.noise("png", 800, 600);

        assertThat(fit(file)).isEqualTo(fit(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GI", "<html>not an image</html>", "RIFF....WAVEfmt ", "BM......", "II*\0....", "%PDF-1.7"})
    void refusesWhatIsNoImageItReads(String file) {
        assertThat(shrink.run(file.getBytes(UTF_8))).isEqualTo(new Refused(Refusal.NO_IMAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void refusesAFileThatBreaksOff(String format) {
        var file = TestImages.noise(format, 300, 200);

        assertThat(shrink.run(Arrays.copyOf(file, 40))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnImageOfTooManyPixelsBeforeItIsDecoded() {
        var file = TestImages.plain("png", 100, 100);
        ByteBuffer.wrap(file)
                .putInt(16, 100_000)
                .putInt(20, 100_000); // a header that claims ten thousand million pixels

        assertThat(shrink.run(file)).isEqualTo(new Refused(Refusal.TOO_MANY_PIXELS));
    }

    @Test
    void refusesACountingPixel() {
        assertThat(shrink.run(TestImages.plain("gif", 1, 1))).isEqualTo(new Refused(Refusal.TOO_SMALL));
        assertThat(shrink.run(TestImages.plain("png", 99, 300))).isEqualTo(new Refused(Refusal.TOO_SMALL));
        assertThat(shrink.run(TestImages.plain("png", 100, 300))).isInstanceOf(Fit.class);
    }

    @Test
    void refusesAThread() {
        assertThat(shrink.run(TestImages.plain("png", 100, 800))).isInstanceOf(Fit.class);
        assertThat(shrink.run(TestImages.plain("png", 100, 801))).isEqualTo(new Refused(Refusal.TOO_NARROW));
    }

    private Fit fit(byte[] file) {
        return (Fit) shrink.run(file);
    }

    private static BufferedImage decoded(Fit fit) throws IOException {
        return ImageIO.read(fit.body().stream());
    }
}
