package app.tidings.curation.enrich;

import app.tidings.curation.text.PlainText;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the page says about itself: JSON-LD, OpenGraph, Twitter and plain HTML, each where the one before is silent. */
final class ReadMetadata implements Enricher {

    private static final int MAX_TITLE = 300;
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 2_000;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Pattern BYLINE =
            Pattern.compile("^(by|written by|author:|作者[:：]?|文[/|｜])\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?");

    @Override
    public void enrich(Draft draft) {
        draft.page().ifPresentOrElse(page -> draft.metadata(new Reader(page).read()), () -> draft.flag("no-metadata"));
        if (draft.metadata().title() == null) {
            draft.flag("no-title");
        }
    }

    static Metadata of(WebPage page) {
        return new Reader(page).read();
    }

    private static final class Reader {

        private final WebPage page;
        private final Document html;
        private final JsonLd json;

        Reader(WebPage page) {
            this.page = page;
            this.html = page.html();
            this.json = JsonLd.of(html);
        }

        Metadata read() {
            var site = site();
            return new Metadata(
                    PlainText.line(PageTitle.of(html, json, site), MAX_TITLE),
                    author(),
                    PlainText.line(site, MAX_NAME),
                    publishedAt(),
                    PlainText.line(
                            first(
                                    meta("og:description"),
                                    meta("description"),
                                    meta("twitter:description"),
                                    json.text("description")),
                            MAX_DESCRIPTION),
                    canonical(),
                    image(),
                    PlainText.line(first(meta("og:image:alt"), meta("twitter:image:alt")), MAX_TITLE),
                    lower(first(meta("og:type"), json.type())),
                    language());
        }

        private @Nullable String site() {
            return first(
                    meta("og:site_name"),
                    json.text("publisher"),
                    meta("application-name"),
                    page.address().host().name().replaceFirst("^www\\.", ""));
        }

        private @Nullable String author() {
            var stated = first(
                    json.names("author"),
                    meta("author"),
                    meta("article:author"),
                    meta("parsely-author"),
                    meta("dc.creator"),
                    text("[itemprop=author] [itemprop=name], [itemprop=author]"),
                    text("a[rel~=author]"),
                    text(".byline, .post-author, .author-name"));
            return stated == null || stated.startsWith("http")
                    ? null
                    : PlainText.line(BYLINE.matcher(stated.strip()).replaceFirst(""), MAX_NAME);
        }

        private @Nullable Instant publishedAt() {
            var language = language();
            var unstated = language != null && language.startsWith("zh") ? CHINA : ZoneOffset.UTC;
            return Stream.<@Nullable String>of(
                            json.text("datePublished"),
                            meta("article:published_time"),
                            meta("og:published_time"),
                            attribute("[itemprop=datePublished]", "content"),
                            attribute("[itemprop=datePublished]", "datetime"),
                            meta("date"),
                            meta("pubdate"),
                            meta("publishdate"),
                            meta("dc.date"),
                            meta("dcterms.created"),
                            meta("parsely-pub-date"),
                            json.text("uploadDate"),
                            attribute("article time[datetime], time[pubdate], time[datetime]", "datetime"))
                    .map(each -> PageDate.of(each, unstated))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> shownDate(unstated))
                    .orElse(null);
        }

        /** The date as readers see it, where an element is there for it. */
        private Optional<Instant> shownDate(ZoneOffset unstated) {
            return html.select("time, [class*=date], [class*=time], [class*=pub], [id*=date], [id*=time]").stream()
                    .map(Element::text)
                    .filter(each -> each.length() <= MAX_NAME)
                    .map(DATE::matcher)
                    .filter(Matcher::find)
                    .map(each -> PageDate.of(each.group(), unstated))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private @Nullable URI canonical() {
            return page.resolve(attribute("link[rel~=(?i)^canonical$]", "href"))
                    .or(() -> page.resolve(meta("og:url")))
                    .orElse(null);
        }

        private @Nullable URI image() {
            return page.resolve(first(
                            meta("og:image:secure_url"),
                            meta("og:image"),
                            meta("og:image:url"),
                            meta("twitter:image"),
                            meta("twitter:image:src"),
                            json.image(),
                            attribute("link[rel=image_src]", "href")))
                    .orElse(null);
        }

        private @Nullable String language() {
            return lower(first(
                    attribute("html", "lang"),
                    attribute("meta[http-equiv=content-language i]", "content"),
                    meta("og:locale"),
                    json.text("inLanguage")));
        }

        private @Nullable String meta(String name) {
            return html.head().select("meta").stream()
                    .filter(each ->
                            name.equalsIgnoreCase(each.attr("property")) || name.equalsIgnoreCase(each.attr("name")))
                    .map(each -> each.attr("content"))
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String attribute(String selector, String name) {
            return html.select(selector).stream()
                    .map(each -> each.attr(name))
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String text(String selector) {
            return html.select(selector).stream()
                    .map(Element::text)
                    .filter(each -> !each.isBlank() && each.length() <= MAX_NAME)
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable String first(@Nullable String... candidates) {
            return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(null);
        }

        private static @Nullable String lower(@Nullable String text) {
            return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
        }
    }
}
