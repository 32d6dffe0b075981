package app.tidings.curation.image;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a server sends as an image; how to search stands at ingest's {@code FeedFuzzTest}. */
class ImageFuzzTest {

    private final ShrinkImage shrink = new ShrinkImage();

    @FuzzTest(maxDuration = "10m")
    void makesSomethingFitOfAnythingOrNothing(byte[] bytes) {
        switch (shrink.run(bytes)) {
            case Fit fit -> {
                assertThat(fit.body().size()).isLessThanOrEqualTo(ImageKept.MAX_BYTES);
                assertThat(fit.width()).isLessThanOrEqualTo(ShrinkImage.MAX_WIDTH);
                assertThat(fit.height()).isLessThanOrEqualTo(ShrinkImage.MAX_HEIGHT);
            }
            case Refused refused -> assertThat(refused.why().word()).isNotBlank();
        }
    }
}
