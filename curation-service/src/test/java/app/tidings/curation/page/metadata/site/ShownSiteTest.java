package app.tidings.curation.page.metadata.site;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.metadata.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sites of pages that name none for machines; all are at notes.example. */
class ShownSiteTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The tide - Harbour Log          | <a href=/>Harbour Log</a>                                    | Harbour Log   | The tide
            The tide - Harbour Log          | <a href=https://notes.example/>Harbour Log</a>               | Harbour Log   | The tide
            The tide « Harbour Log          | <a href=/><img alt='Harbour Log logo'></a>                   | Harbour Log   | The tide
            Notes » The tide                | <b>no link</b>                                               | Notes         | The tide
            Harbour Log » The tide          | <a href=/>Harbour Log</a>                                    | notes.example | Harbour Log » The tide
            潮水_港口志                       | <a href=/ title=港口志><i></i></a>                            | 港口志         | 潮水
            The tide - Notes                | <b>no link</b>                                               | Notes         | The tide
            The tide [notes.example]        | <b>no link</b>                                               | notes.example | The tide
            The tide - Harbour Log          | <a href=/about>Harbour Log</a>                               | notes.example | The tide - Harbour Log
            The tide - Harbour Log          | <a href=https://other.example/>Harbour Log</a>               | notes.example | The tide - Harbour Log
            The tide - part 2               | <a href=/>Harbour Log</a>                                    | notes.example | The tide - part 2
            Harbour Log                     | <a href=/>Harbour Log</a>                                    | notes.example | Harbour Log
            """)
    void findsTheNameThatTitleAndPageAgreeOn(String title, String body, String site, String headline) {
        var metadata = Metadata.of(page("<title>%s</title>%s".formatted(title, body)));

        assertThat(metadata.site()).isEqualTo(site);
        assertThat(metadata.title()).isEqualTo(headline);
    }

    @Test
    void believesWhatThePageStatesFirst() {
        var stated = "<meta name=SiteName content=港口网><title>潮水 - 港口志</title><a href=/>港口志</a>";

        assertThat(Metadata.of(page(stated)).site()).isEqualTo("港口网");
    }
}
