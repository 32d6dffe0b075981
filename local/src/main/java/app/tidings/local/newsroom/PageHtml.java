package app.tidings.local.newsroom;

import static app.tidings.local.newsroom.Template.escaped;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Sets the pages of the newsroom in HTML, each in the layout of its site. */
final class PageHtml {

    private static final int MOST_OTHERS = 5;
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Content content;
    private final Origin origin;
    private final Map<String, Template> layouts = new HashMap<>();

    PageHtml(Content content, Origin origin) {
        this.content = content;
        this.origin = origin;
    }

    /** The page, whole. */
    String page(Page page) {
        var site = content.siteOf(page);
        var language = content.languageOf(page);
        var front = page.front();
        return layout(site.layout())
                .fill(Map.ofEntries(
                        Map.entry("language", language),
                        Map.entry("title", page.title()),
                        Map.entry("site", site.name()),
                        Map.entry("tagline", site.tagline()),
                        Map.entry("home", site.home()),
                        Map.entry("feed", site.feedPath()),
                        Map.entry("head", new PageHead(origin, site, page, language).html()),
                        Map.entry("author", front.author()),
                        Map.entry("published", origin.published(page).toString()),
                        Map.entry("day", day(origin.published(page), site.language())),
                        Map.entry("summary", front.summary()),
                        Map.entry("body", html(page.markdown())),
                        Map.entry("tags", tags(page)),
                        Map.entry("others", others(page, site)),
                        Map.entry("replies", replies(page)),
                        Map.entry("audio", audioOf(page)),
                        Map.entry("length", length(front.duration())),
                        Map.entry("stars", "%,d".formatted(front.stars())),
                        Map.entry("forks", String.valueOf(front.forks())),
                        Map.entry("programming", String.valueOf(front.programming())),
                        Map.entry("license", String.valueOf(front.license()))));
    }

    /** The front page of a site. */
    String home(Site site) {
        var list = content.pagesOf(site).stream()
                .map(page -> item(page.path(), page.title(), page.front().summary()))
                .collect(joining("\n"));
        return list(site.name(), site.tagline(), site.language(), list);
    }

    /** The way to all sites. */
    String index() {
        var list = content.sites().values().stream()
                .map(site -> item(site.home(), site.name(), site.tagline()))
                .collect(joining("\n"));
        return list("The newsroom", "Every site here is invented for the Tidings demo.", "en", list);
    }

    /** Where an episode can be heard. */
    static String audioOf(Page page) {
        return "/audio/" + page.slug() + ".wav";
    }

    /** The page's text alone, as feeds carry it. */
    String text(Page page) {
        return html(page.markdown());
    }

    private String list(String name, String tagline, String language, String list) {
        return layout("home")
                .fill(Map.of("site", name, "tagline", tagline, "language", language, "head", "", "list", list));
    }

    private synchronized Template layout(String name) {
        return layouts.computeIfAbsent(name, Content::layout);
    }

    private String html(String markdown) {
        var document = MARKDOWN.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                image.setDestination(origin.address("/figures/" + image.getDestination() + ".png")
                        .toString());
            }
        });
        return HTML.render(document);
    }

    private String others(Page page, Site site) {
        return content.pagesOf(site).stream()
                .filter(other -> !other.equals(page))
                .limit(MOST_OTHERS)
                .map(other -> "<li><a href=\"%s\">%s</a></li>".formatted(other.path(), escaped(other.title())))
                .collect(joining());
    }

    private static String tags(Page page) {
        return page.tags().stream()
                .map(tag -> "<span class=\"tag\">#%s</span>".formatted(escaped(tag)))
                .collect(joining(" "));
    }

    private String replies(Page page) {
        return page.replies().stream()
                .map(reply -> "<div class=\"reply\"><div class=\"who\">%s · %s</div><p>%s</p></div>"
                        .formatted(
                                escaped(reply.author()),
                                day(origin.ago(reply.before()), content.languageOf(page)),
                                escaped(reply.text())))
                .collect(joining("\n"));
    }

    private static String item(String path, String title, String text) {
        return "<li><a href=\"%s\">%s</a><br>%s</li>".formatted(path, escaped(title), escaped(text));
    }

    private static String day(Instant instant, String language) {
        return (language.equals("zh") ? CHINESE_DAY : ENGLISH_DAY).format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String length(@Nullable Duration duration) {
        return duration == null
                ? ""
                : Stream.of(duration.toMinutes(), (long) duration.toSecondsPart())
                        .map("%02d"::formatted)
                        .collect(joining(":"));
    }
}
