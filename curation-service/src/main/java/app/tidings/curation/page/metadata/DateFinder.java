package app.tidings.curation.page.metadata;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.thing.Thing;
import app.tidings.curation.page.outline.Opening;
import app.tidings.curation.page.outline.ShortText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When a page was published and when it was changed: as it says for machines, else as its readers see it, else by its address. */
final class DateFinder {

    private static final int MOST = 500;
    private static final Pattern DATED_PATH =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?:/|\\b)");

    /** Scripts are long: first they are searched for one of these. */
    private static final List<String> SCRIPTED_NAMES = List.of(
            " ct=",
            " ct =",
            "ublishTime",
            "ublish_time",
            "ublishtime",
            "ubTime",
            "ub_time",
            "ubtime",
            "ublishDate",
            "ublish_date",
            "ublishdate",
            "ubDate",
            "ub_date",
            "ubdate",
            "reateTime",
            "reate_time",
            "reatetime");

    private static final int MOST_NAMED = 50;
    private static final int BEFORE_NAME = 20;
    private static final int MAX_SCRIPTED = 80;

    private static final Pattern SCRIPTED = Pattern.compile(
            "\\b(?:var|let|const)\\s{1,5}(?:ct|publish_?time|pub_?time|publish_?date|pub_?date|create_?time)\\s?=\\s?[\"'](?:([12]\\d{9})|(\\d{4}[-/][^\"']{4,25}))[\"']",
            Pattern.CASE_INSENSITIVE);

    private final WebPage page;
    private final Thing json;
    private final Thing micro;
    private final MetaTags tags;
    private final List<Element> times;
    private final List<Element> scripts;
    private final ShownDates shown;
    private final Opening opening;

    DateFinder(Statements stated, Opening opening) {
        this.page = stated.page();
        this.json = stated.json();
        this.micro = stated.micro();
        this.tags = stated.tags();
        this.times = stated.outline().times();
        this.scripts = stated.outline().scripts();
        this.shown = new ShownDates(stated.outline(), opening);
        this.opening = opening;
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
                .or(() -> shown.opening().findFirst())
                .or(this::inTime)
                .or(this::scripted)
                .map(this::refined)
                .or(this::shown)
                .or(this::byAddress)
                .orElse(null);
    }

    /** A day, with the time that readers see beside it. */
    private PageDate refined(PageDate stated) {
        return stated.time() != null
                ? stated
                : shown.timed()
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
        return times.stream()
                .limit(MOST)
                .takeWhile(time -> !ShownDates.isInList(time))
                .filter(time -> !opening.isElsewhere(time))
                .flatMap(time -> Stream.of(PageDate.of(time.attr("datetime")), PageDate.in(ShortText.of(time))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Some pages are dated by a script when they are shown; a number is of seconds since 1970. */
    private Optional<PageDate> scripted() {
        return scripts.stream()
                .limit(MOST)
                .map(Element::data)
                .flatMap(script -> SCRIPTED_NAMES.stream().flatMap(name -> scripted(script, name)))
                .findFirst();
    }

    private static Stream<PageDate> scripted(String script, String name) {
        return IntStream.iterate(script.indexOf(name), at -> at >= 0, at -> script.indexOf(name, at + 1))
                .limit(MOST_NAMED)
                .mapToObj(at -> SCRIPTED.matcher(script)
                        .region(Math.max(0, at - BEFORE_NAME), Math.min(script.length(), at + MAX_SCRIPTED)))
                .filter(Matcher::find)
                .map(found -> found.group(1) == null
                        ? PageDate.of(found.group(2))
                        : Optional.of(PageDate.at(Instant.ofEpochSecond(Long.parseLong(found.group(1))))))
                .flatMap(Optional::stream);
    }

    /** A date with a time is believed before a day alone, which may be today's. */
    private Optional<PageDate> shown() {
        return shown.timed().findFirst().or(() -> shown.told().findFirst());
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
