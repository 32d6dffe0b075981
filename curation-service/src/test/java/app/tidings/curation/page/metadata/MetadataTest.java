package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.CHINESE;
import static app.tidings.curation.page.TestPages.ENGLISH;
import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.trait.Traits;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

    @Test
    void readsWhatAnEnglishPageSays() {
        var metadata = Metadata.of(page(ENGLISH));

        assertThat(metadata)
                .isEqualTo(new Metadata(
                        "How we made the queue fast",
                        "Ada Quay",
                        "Harbour Notes",
                        new PageDate(LocalDate.of(2026, 11, 20), LocalTime.of(8, 30), ZoneOffset.ofHours(1)),
                        null,
                        "A queue that was slow, and what we did about it.",
                        URI.create("https://notes.example/queue"),
                        new StatedImages(
                                List.of(URI.create("https://notes.example/pictures/queue.png")),
                                "Two curves that cross"),
                        "en-GB",
                        null,
                        false,
                        null,
                        new Traits(List.of("article"), false, null, null)));
    }

    @Test
    void readsWhatAChinesePageSays() {
        var metadata = Metadata.of(page(CHINESE));

        assertThat(metadata.title()).isEqualTo("把队列变快的三个办法");
        assertThat(metadata.author()).isEqualTo("林舟");
        assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2026-11-20T00:30:00Z"));
        assertThat(metadata.description()).isEqualTo("一个很慢的队列，以及我们做了什么。");
        assertThat(metadata.site()).isEqualTo("notes.example");
        assertThat(metadata.language()).isEqualTo("zh-CN");
    }

    @Test
    void readsJsonLdBeforeAllElse() {
        var metadata = Metadata.of(page("""
                <title>Something else</title>
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                  {"@type": "WebSite", "name": "not this"},
                  {"@type": ["Thing", "BlogPosting"], "headline": "The headline",
                   "author": [{"@type": "Person", "name": "Ada"}, {"name": "Lin"}], "publisher": {"name": "Notes"},
                   "datePublished": "2026-11-20", "image": {"url": "https://notes.example/a.png"},
                   "inLanguage": "en", "description": "What it says",},
                ]}</script>"""));

        assertThat(metadata.title()).isEqualTo("The headline");
        assertThat(metadata.author()).isEqualTo("Ada, Lin");
        assertThat(metadata.site()).isEqualTo("Notes");
        assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(metadata.images().addresses()).containsExactly(URI.create("https://notes.example/a.png"));
        assertThat(metadata.traits().types()).containsExactly("blogposting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "{\"@type\": 7}", "{\"@type\": \"Article\", \"headline\": {\"a\": []}}"})
    void doesWithoutJsonLdThatIsNone(String json) {
        var html = "<title>The title</title><script type=\"application/ld+json\">%s</script>".formatted(json);

        assertThat(Metadata.of(page(html)).title()).isEqualTo("The title");
    }

    @Test
    void doesWithoutJsonLdThatNeverEnds() {
        var html = "<title>The title</title><script type=\"application/ld+json\">%s</script>"
                .formatted("[".repeat(100_000));

        assertThat(Metadata.of(page(html)).title()).isEqualTo("The title");
    }

    @ParameterizedTest
    @MethodSource
    void takesTheSiteOffTheTitle(String title, String site, String headline) {
        var html = "<title>%s</title><meta property=og:site_name content='%s'>".formatted(title, site);

        assertThat(Metadata.of(page(html)).title()).isEqualTo(headline);
    }

    static Stream<Arguments> takesTheSiteOffTheTitle() {
        return Stream.of(
                Arguments.of("Fast queues - Harbour Notes", "Harbour Notes", "Fast queues"),
                Arguments.of("Fast queues | Harbour Notes", "Harbour Notes", "Fast queues"),
                Arguments.of("Harbour Notes: Fast queues", "Harbour Notes", "Harbour Notes: Fast queues"),
                Arguments.of("Harbour Notes » Fast queues", "Harbour Notes", "Fast queues"),
                Arguments.of("Fast queues - part 2", "Harbour Notes", "Fast queues - part 2"),
                Arguments.of("Fast queues - part 2 - Harbour Notes", "Harbour Notes", "Fast queues - part 2"),
                Arguments.of(
                        "Well-known state-of-the-art queues", "Harbour Notes", "Well-known state-of-the-art queues"),
                Arguments.of("快速队列_港口笔记", "港口笔记", "快速队列"),
                Arguments.of("快速队列 | 港口笔记", "港口笔记", "快速队列"),
                Arguments.of("快速队列-新华港口网", "harbour.example", "快速队列"),
                Arguments.of("Harbour Notes", "Harbour Notes", "Harbour Notes"));
    }

    @Test
    void takesTheHeadlineWhereTheTitleBeginsWithIt() {
        var html = "<title>Fast queues - The blog of somebody</title><h1>Fast queues</h1>";

        assertThat(Metadata.of(page(html)).title()).isEqualTo("Fast queues");
    }

    @Test
    void refusesHostileWordsAndAddresses() {
        var metadata = Metadata.of(page("""
                <meta property="og:title" content="<img src=x onerror=alert(1)>Title">
                <meta property="og:description" content="&lt;script&gt;alert(1)&lt;/script&gt;Words">
                <meta property="og:image" content="javascript:alert(1)">
                <link rel="canonical" href="file:///etc/passwd">"""));

        assertThat(metadata.title()).isEqualTo("Title");
        assertThat(metadata.description()).isEqualTo("Words");
        assertThat(metadata.images()).isEqualTo(StatedImages.NONE);
        assertThat(metadata.canonical()).isNull();
    }

    @Test
    void findsNothingOnAnEmptyPage() {
        var metadata = Metadata.of(page(""));

        assertThat(metadata.title()).isNull();
        assertThat(metadata.site()).isEqualTo("notes.example");
    }
}
