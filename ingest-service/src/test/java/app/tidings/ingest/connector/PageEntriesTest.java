package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.HtmlPageConnector.HtmlPageSettings;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageEntriesTest {

    private static final URI PAGE = URI.create("https://a.example/");

    private static List<ApiEntry> entries(String html) {
        var settings = new HtmlPageSettings(PAGE, "li", "b", null, "time", "p");
        return new PageEntries(settings).in(Jsoup.parse(html, PAGE.toString()));
    }

    @Test
    void holdTheirTextInOneLine() {
        assertThat(entries("<li><a href=/1>x</a><b>High \n tide</b><p>On<br>ebb<i>s</i>.<div>x</div>"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.title()).isEqualTo("High tide");
                    assertThat(entry.summary()).isEqualTo("On ebbs.");
                    assertThat(entry.link()).isEqualTo("https://a.example/1");
                });
    }

    @Test
    void holdNoMoreTextThanIsUsed() {
        assertThat(entries("<li><p>" + "tide ".repeat(10_000)).getFirst().summary())
                .hasSizeLessThanOrEqualTo(16_000);
    }

    @Test
    void endWhereItemsInItemsWouldCostTooMuch() {
        var flat = "<li><a href=/1>x</a></li>".repeat(900);
        var nested = "<li><a href=/1>x</a><ul>".repeat(100) + "<i></i>".repeat(20_000);

        assertThat(entries(flat)).hasSize(900);
        assertThat(entries(nested)).hasSizeBetween(5, 50);
    }
}
