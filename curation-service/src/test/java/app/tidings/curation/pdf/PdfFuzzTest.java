package app.tidings.curation.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.Pdf.Document;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

/**
 * Whatever the bytes are, reading them ends with a value and in time. A normal build reads only the seeds; to look for more:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn verify -pl curation-service -am -Dtest=PdfFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Djazzer.hooks=true -Djazzer.max_duration=10m
 * }</pre>
 */
class PdfFuzzTest {

    private final PdfReader reader = new PdfReader();

    @FuzzTest(maxDuration = "10m")
    void readsAnythingToItsEnd(byte[] bytes) {
        var start = System.nanoTime();

        if (reader.read(bytes) instanceof Document document) {
            assertThat(document.text().length()).isLessThanOrEqualTo(Paragraphs.LONGEST);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }
}
