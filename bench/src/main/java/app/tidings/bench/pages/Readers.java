package app.tidings.bench.pages;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.text.ReadableText;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.util.Objects;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/** The readers of pages that run in this process; each says how much it found, so that nothing of it can be left out. */
final class Readers {

    /** Where the pages stand is not known any more; any address serves to make theirs whole. */
    private static final String ADDRESS = "https://www.example.org/a/page.html";

    private static final String[] SELECTORS = {
        "title",
        "meta[property=og:title]",
        "meta[name=description]",
        "meta[property=og:image]",
        "meta[name=author]",
        "meta[property=article:published_time]",
        "link[rel=canonical]",
        "script[type=application/ld+json]"
    };

    private Readers() {}

    /** The limit: parse, and look for eight elements. */
    static int bare(SavedPage page) {
        var html = Jsoup.parse(page.html(), ADDRESS);
        var found = 0;
        for (var selector : SELECTORS) {
            found += html.selectFirst(selector) == null ? 0 : 1;
        }
        return found;
    }

    static int metadata(SavedPage page) {
        return Metadata.of(read(page)).title() == null ? 0 : 1;
    }

    static int article(SavedPage page) {
        var read = read(page);
        return ReadableText.of(read, Metadata.of(read)).text().length();
    }

    /** The article as a summary is made of it; none where a page has no more than a few words. */
    static Optional<Reading> reading(SavedPage page) {
        var read = read(page);
        var metadata = Metadata.of(read);
        var text = ReadableText.of(read, metadata).text();
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Reading(Objects.requireNonNullElse(metadata.title(), ""), text));
    }

    static int readability4j(SavedPage page) {
        var text = new Readability4J(ADDRESS, page.html()).parse().getTextContent();
        return text == null ? 0 : text.length();
    }

    private static WebPage read(SavedPage page) {
        return WebPage.of(page.html(), HttpUrl.parse(ADDRESS) instanceof Parsed.Good(var url) ? url : null);
    }
}
