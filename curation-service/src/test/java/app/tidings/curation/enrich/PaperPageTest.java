package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://arxiv.org/pdf/2611.00001, https://arxiv.org/abs/2611.00001",
                "https://export.arxiv.org/pdf/cs/0611001v3.pdf, https://arxiv.org/abs/cs/0611001v3",
                "https://openreview.net/pdf?id=Ab12, https://openreview.net/forum?id=Ab12",
                "https://aclanthology.org/2023.acl-long.1.pdf, https://aclanthology.org/2023.acl-long.1",
                "https://www.aclweb.org/anthology/P18-1001.pdf, https://aclanthology.org/P18-1001",
                "https://arxiv.org/abs/2611.00001, -",
                "https://arxiv.org/pdf/, -",
                "https://openreview.net/pdf, -",
                "https://notes.example/pdf/2611.00001.pdf, -"
            })
    void leadsFromThePdfOfAPaperToThePageAboutIt(URI pdf, URI page) {
        assertThat(PaperPage.of(pdf).orElse(null)).isEqualTo(page);
    }
}
