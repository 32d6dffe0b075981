package app.tidings.curation.page.metadata;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.thing.Thing;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When a page was published and when it was changed: as it says for machines, else as its readers see it, else by its address. */
final class DateFinder {

    private static final int SHORT = 200;
    private static final int MOST = 500;
    private static final int MOST_LINES = 5_000;
    private static final Pattern DATED_PATH =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?:/|\\b)");
    private static final String HINTS = "[class*=date], [class*=time], [class*=pub], [id*=date], [id*=time], [id*=pub],"
            + " [class*=info], [class*=source], [class*=meta], [class*=byline], [class*=author]";
    private static final Pattern LABELLED =
            Pattern.compile("(?i)(?:publi\\w*|posted|date|发布|发表|时间|日期|来源)[^\\d]{0,12}$");

    private final WebPage page;
    private final Thing json;
    private final Thing micro;
    private final MetaTags tags;

    DateFinder(Statements stated) {
        this.page = stated.page();
        this.json = stated.json();
        this.micro = stated.micro();
        this.tags = stated.tags();
    }

    @Nullable
    PageDate published() {
        return first(
                        json.text("datePublished"),
                        json.text("DatePublished"),
                        tags.first("article:published_time"),
                        tags.first("og:article:published_time"),
                        tags.first("og:published_time"),
                        micro.text("datePublished"),
                        tags.first("article:published"),
                        tags.first("parsely-pub-date"),
                        tags.first("date"),
                        tags.first("pubdate"),
                        tags.first("publishdate"),
                        tags.first("publish-date"),
                        tags.first("publication_date"),
                        tags.first("sailthru.date"),
                        tags.first("dc.date.issued"),
                        tags.first("dc.date"),
                        tags.first("dc:date"),
                        tags.first("dcterms.created"),
                        tags.first("dc.date.created"),
                        tags.first("citation_publication_date", "citation_online_date", "citation_date"),
                        json.text("dateCreated"),
                        json.text("uploadDate"),
                        json.text("pubDate"),
                        micro.text("dateCreated"))
                .or(this::inTime)
                .map(this::refined)
                .or(this::shown)
                .or(this::byAddress)
                .orElse(null);
    }

    /** A day, with the time that readers see beside it. */
    private PageDate refined(PageDate stated) {
        return stated.time() != null
                ? stated
                : shownDates(true)
                        .filter(seen -> seen.day().equals(stated.day()))
                        .findFirst()
                        .orElse(stated);
    }

    @Nullable
    PageDate modified() {
        return first(
                        json.text("dateModified"),
                        tags.first("article:modified_time"),
                        tags.first("og:updated_time"),
                        micro.text("dateModified"),
                        tags.first("dcterms.modified"),
                        tags.first("dc.date.modified"),
                        tags.first("last-modified"))
                .orElse(null);
    }

    private static Optional<PageDate> first(@Nullable String... stated) {
        return Stream.of(stated).map(PageDate::of).flatMap(Optional::stream).findFirst();
    }

    private Optional<PageDate> inTime() {
        return page.html().select("article time, header time, main time, time[pubdate], time").stream()
                .limit(MOST)
                .flatMap(time ->
                        Stream.of(PageDate.of(time.attr("datetime")), PageDate.in(MetadataReader.shortText(time))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A date with a time is believed before a day alone, which may be today's. */
    private Optional<PageDate> shown() {
        return shownDates(true).findFirst().or(() -> shownDates(false).findFirst());
    }

    private Stream<PageDate> shownDates(boolean timed) {
        var hinted = page.html().select(HINTS).stream().limit(MOST).map(MetadataReader::shortText);
        var others = page.html().body().getAllElements().stream()
                .limit(MOST_LINES)
                .map(Element::ownText)
                .filter(text -> text.length() <= SHORT)
                .filter(text -> timed
                        || LABELLED.matcher(text.replaceFirst("\\d.*", "")).find());
        return Stream.concat(hinted, others)
                .map(PageDate::in)
                .flatMap(Optional::stream)
                .filter(date -> !timed || date.time() != null);
    }

    private Optional<PageDate> byAddress() {
        if (page.address() == null) {
            return Optional.empty();
        }
        var dated = DATED_PATH.matcher(page.address().path());
        return dated.find()
                ? PageDate.of("%s-%s-%s".formatted(dated.group(1), dated.group(2), dated.group(3)))
                : Optional.empty();
    }
}
