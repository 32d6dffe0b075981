package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads pages that have no feed, by CSS selectors as jsoup reads them (jsoup.org/cookbook/extracting-data/selector-syntax). */
@Component
class HtmlPageConnector implements Connector<HtmlPageConnector.HtmlPageSettings> {

    /** A page takes many times its bytes in memory while it is read. */
    private static final int MAX_PAGE = 2 * 1024 * 1024;

    /** Elements within elements, beyond which a page is read as if they stood side by side. */
    private static final int MAX_DEPTH = 128;

    private final Robots robots;

    HtmlPageConnector(Robots robots) {
        this.robots = robots;
    }

    /**
     * A page. What the selectors below {@code item} find is looked for within each item; of several matches the first counts.
     *
     * @param item each match is an entry
     * @param titleSelector by default the text of what {@code link} finds
     * @param link an element with {@code href}; by default the item itself or the first link in it
     * @param date an element with {@code datetime}, or the text of one
     */
    record HtmlPageSettings(
            @Nullable URI pageUrl,
            @Nullable String item,
            @Nullable String titleSelector,
            @Nullable String link,
            @Nullable String date,
            @Nullable String summary)
            implements ConnectorSettings {

        private static final Pattern SELECTOR = Pattern.compile("[^\\p{Cc}]{1,500}");

        /** Regular expressions in selectors may take for ever. */
        private static final Pattern REGEX = Pattern.compile("(?i)~=|:matches");

        @Override
        public String key() {
            return Wording.key("html-page", pageUrl, item, link);
        }

        @Override
        public String host() {
            return Wording.host(pageUrl);
        }

        @Override
        public String title() {
            return host().isEmpty() ? "page" : host();
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.address("pageUrl", pageUrl),
                    item == null ? "item is missing: a selector for each entry" : unfit("item", item),
                    unfit("titleSelector", titleSelector),
                    unfit("link", link),
                    unfit("date", date),
                    unfit("summary", summary));
        }

        private static @Nullable String unfit(String field, @Nullable String selector) {
            if (selector == null) {
                return null;
            }
            if (!SELECTOR.matcher(selector).matches() || REGEX.matcher(selector).find()) {
                return field + " is too long, or a selector with a regular expression, which is not allowed";
            }
            try {
                QueryParser.parse(selector);
                return null;
            } catch (IllegalArgumentException | Selector.SelectorParseException e) {
                return field + " is not a CSS selector";
            }
        }

        @Override
        public ConnectorSettings movedTo(URI address) {
            return new HtmlPageSettings(address, item, titleSelector, link, date, summary);
        }
    }

    @Override
    public Class<HtmlPageSettings> settings() {
        return HtmlPageSettings.class;
    }

    @Override
    public Reading read(HtmlPageSettings settings, Ask ask) {
        var page = Objects.requireNonNull(settings.pageUrl());
        var objection = robots.objection(page, ask);
        if (objection.isPresent()) {
            return objection.get();
        }
        var request = ask.get(page).maxBytes(MAX_PAGE).accept("text/html", "application/xhtml+xml");
        return ConditionalRead.of(request, ask, (answer, validators, hints) -> {
            var entries = new PageEntries(settings).in(document(answer));
            var blocked = entries.isEmpty() ? InsteadOfFeed.page(answer, hints) : Optional.<Reading.Failed>empty();
            return blocked.isPresent()
                    ? blocked.get()
                    : ApiRead.entries(entries, ApiRead.Empty.FAULT, validators, hints);
        });
    }

    private static Document document(Answer answer) {
        var charset = answer.charset() == null ? null : answer.charset().name();
        try {
            return Jsoup.parse(
                    answer.body().stream(),
                    charset,
                    answer.finalUrl().toString(),
                    Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }
}
