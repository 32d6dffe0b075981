package app.tidings.ingest.opml;

import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpmlWriterTest {

    @Test
    void holdsNoMoreOfALongListThanAFewSources() throws Exception {
        var written = new long[1];
        var writer = new OpmlWriter(new OutputStream() {

            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                written[0] += count;
            }
        });
        var source = aSource();
        var shortest = "<outline type=\"rss\"/>".length();

        for (var i : IntStream.range(0, 10_000).toArray()) {
            writer.write(source);
            assertThat(written[0] + 64 * 1024).isGreaterThan((long) i * shortest);
        }
        writer.end();
    }
}
