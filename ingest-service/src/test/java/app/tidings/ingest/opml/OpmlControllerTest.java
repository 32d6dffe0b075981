package app.tidings.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

@NullUnmarked
class OpmlControllerTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void breaksTheAnswerOffWhenTheStoreGoesAwayInMidList() {
        var fails = new OpmlController(failingAfter("x".repeat(2 * response.getBufferSize())));

        assertThatThrownBy(() -> fails.exportList("p", response))
                .isInstanceOf(ServletException.class)
                .hasNoCause();
    }

    @Test
    void leavesTheAnswerToOthersWhileNothingWasSent() {
        var fails = new OpmlController(failingAfter(""));

        assertThatThrownBy(() -> fails.exportList("p", response)).isInstanceOf(MongoTimeoutException.class);
        assertThat(response.getHeaderNames()).isEmpty();
    }

    private static ExportOpml failingAfter(String text) {
        return new ExportOpml(null, null) {
            @Override
            void run(String publicationId, OutputStream out) {
                try {
                    out.write(text.getBytes(UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throw new MongoTimeoutException("away");
            }
        };
    }
}
